package io.rihla.launcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void onlyTheOwnerReadsTheFile() throws IOException {
    Path file = folder.resolve("secrets.env");

    Secrets.loadOrCreate(file, Map.of());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void secretsStayTheSameAndDifferFromEachOther() {
    Path file = folder.resolve("secrets.env");

    Secrets first = Secrets.loadOrCreate(file, Map.of());
    Secrets second = Secrets.loadOrCreate(file, Map.of());

    assertThat(second.get("RIHLA_JWT_KEY"))
        .isEqualTo(first.get("RIHLA_JWT_KEY"))
        .hasSizeGreaterThanOrEqualTo(32)
        .isNotEqualTo(first.get("WAHA_HMAC_KEY"));
  }

  @Test
  void theEnvironmentWinsAndIsNotWrittenDown() throws IOException {
    Path file = folder.resolve("secrets.env");

    Secrets secrets = Secrets.loadOrCreate(file, Map.of("WAHA_API_KEY", "from-outside"));

    assertThat(secrets.get("WAHA_API_KEY")).isEqualTo("from-outside");
    assertThat(Files.readString(file)).doesNotContain("from-outside");
  }

  @Test
  void aSecretThatIsNewInThisReleaseIsAdded() throws IOException {
    Path file = folder.resolve("secrets.env");
    Files.writeString(file, "WAHA_API_KEY=old\n");

    Secrets secrets = Secrets.loadOrCreate(file, Map.of());

    assertThat(secrets.get("WAHA_API_KEY")).isEqualTo("old");
    assertThat(secrets.get("RIHLA_JWT_KEY")).isNotEmpty();
  }
}
