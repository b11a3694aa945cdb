package io.rihla.launcher.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarGzTest {
  @TempDir Path folder;
  private Path archive;

  @BeforeEach
  void pack() throws IOException, InterruptedException {
    Path content = Files.createDirectories(folder.resolve("package"));
    Files.writeString(content.resolve("first.txt"), "x".repeat(1_000));
    Files.writeString(content.resolve("wanted.txt"), "the library");
    archive = folder.resolve("package.tgz");
    Process tar =
        new ProcessBuilder(
                "tar", "czf", archive.toString(), "package/first.txt", "package/wanted.txt")
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
  }

  @Test
  void takesTheFileThatIsAskedFor() throws IOException {
    Path target = folder.resolve("target");

    TarGz.extract(archive, "package/wanted.txt", target);

    assertThat(target).hasContent("the library");
  }

  @Test
  void anArchiveThatWasCutOffIsAnError() throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> TarGz.extract(archive, "package/wanted.txt", folder.resolve("target")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFileThatIsNotInsideIsAnError() {
    assertThatThrownBy(() -> TarGz.extract(archive, "package/other", folder.resolve("target")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("package/other");
  }
}
