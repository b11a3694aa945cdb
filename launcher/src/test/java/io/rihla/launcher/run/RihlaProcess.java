package io.rihla.launcher.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built command line, run the way a person runs it. */
public record RihlaProcess(Path data, Map<String, String> environment) {
  public record Result(int code, String output) {}

  public Result run(String... arguments) throws IOException, InterruptedException {
    Path module = Path.of("").toAbsolutePath();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Drihla.home=" + module.getParent(),
                "-cp",
                module.resolve("target/launcher.jar") + ":" + module.resolve("target/lib") + "/*",
                "io.rihla.launcher.Rihla"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
