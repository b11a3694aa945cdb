package io.rihla.launcher.clickhouse;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rihla.launcher.local.Refusal;
import org.junit.jupiter.api.Test;

class EngineLibraryTest {
  @Test
  void anotherPlatformIsToldToBringAServer() {
    assertThatThrownBy(() -> EngineLibrary.requirePlatform("Mac OS X", "aarch64"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("CLICKHOUSE_URL");
  }
}
