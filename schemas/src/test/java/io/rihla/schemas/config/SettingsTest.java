package io.rihla.schemas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void allFaultsAreToldAtOnce() {
    Settings settings =
        new Settings(Map.of("PORT", "many", "ZONE", "Jakarta", "WAHA", "waha:3000", "SECRET", "x"));
    settings.port("PORT", 8080);
    settings.zone("ZONE", "Asia/Jakarta");
    settings.url("WAHA", "http://127.0.0.1:3000");
    settings.secret("SECRET", 32, "generate one");
    settings.required("KEY", "take it from the dashboard");
    assertThatThrownBy(settings::check)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "PORT is 'many': use a whole number from 0 to 65535",
            "ZONE is 'Jakarta'",
            "WAHA is 'waha:3000'",
            "SECRET is too short",
            "KEY is not set: take it from the dashboard");
    assertThat(settings.names()).containsExactly("KEY", "PORT", "SECRET", "WAHA", "ZONE");
  }

  @Test
  void blankIsUnsetAndDefaultsApply() {
    Settings settings = new Settings(Map.of("PORT", " "));
    assertThat(settings.port("PORT", 8080)).isEqualTo(8080);
    settings.check();
  }
}
