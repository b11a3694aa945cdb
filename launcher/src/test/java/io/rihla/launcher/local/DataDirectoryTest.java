package io.rihla.launcher.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void aFolderWithSomebodysFilesIsNotTaken() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");

    assertThatThrownBy(() -> new DataDirectory(folder).prepare())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--data");
  }

  @Test
  void aFullDiskIsSaidWithTheSpaceThatIsNeeded() {
    assertThatThrownBy(() -> DataDirectory.requireSpace(folder, Long.MAX_VALUE, "move it"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("MB left")
        .hasMessageEndingWith("move it.");
  }

  @Test
  void aFolderIsInUseWhileItsLockIsHeld() throws IOException {
    DataDirectory data = new DataDirectory(folder.resolve("data"));
    assertThat(data.inUse()).isFalse();
    data.prepare();

    data.lock().orElseThrow().acquiredBy().close();

    assertThat(data.inUse()).isFalse();
    assertThat(data.isRihlas()).isTrue();
  }
}
