package io.rihla.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, copied into an empty folder, on a machine with few tools. */
class RihlaScriptTest {
  private static final List<String> TOOLS =
      List.of("bash", "sh", "sed", "dirname", "readlink", "find", "ls", "mkdir", "touch", "flock");

  @TempDir Path folder;
  private Path tools;
  private Path script;

  @BeforeEach
  void copy() throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    script =
        Files.copy(Path.of("").toAbsolutePath().resolveSibling("rihla"), project.resolve("rihla"));
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path real = Path.of("/usr/bin", tool);
      if (Files.exists(real)) {
        Files.createSymbolicLink(tools.resolve(tool), real);
      }
    }
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    Result result = run(Map.of("RIHLA_JVM_FOLDERS", ""), "up");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output())
        .startsWith("rihla: a JDK 25 or newer is needed and none was found: install one")
        .hasLineCount(1);
  }

  @Test
  void anOldJdkIsNoJdk() throws Exception {
    Path old = jdk("old", 17);

    Result result = run(Map.of("RIHLA_JVM_FOLDERS", "", "JAVA_HOME", old.toString()), "up");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output()).contains("a JDK 25 or newer is needed");
  }

  @Test
  void aNewerJdkIsFoundBehindAnOldJavaHomeAndMavenIsMissedByName() throws Exception {
    Path old = jdk("old", 17);
    Path fresh = jdk("fresh", 26);

    Result result =
        run(Map.of("RIHLA_JVM_FOLDERS", fresh.toString(), "JAVA_HOME", old.toString()), "up");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output()).startsWith("rihla: Maven is needed to build").hasLineCount(1);
  }

  private Path jdk(String name, int release) throws IOException {
    Path home = folder.resolve(name);
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + release + ".0.1\"\n");
    for (String tool : List.of("java", "javac")) {
      Files.createFile(
          bin.resolve(tool),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    return home;
  }

  private record Result(int code, String output) {}

  private Result run(Map<String, String> variables, String... arguments) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", script.toString(), arguments[0]).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
