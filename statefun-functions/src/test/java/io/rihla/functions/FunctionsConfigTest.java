package io.rihla.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rihla.schemas.config.ConfigurationException;
import io.rihla.schemas.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionsConfigTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "KAFKA_BOOTSTRAP_SERVERS", "k:9092",
          "WAHA_BASE_URL", "http://waha:3000",
          "WAHA_API_KEY", "key");

  @Test
  void withoutKeyAndAddressThereIsNoLanguageModel() {
    assertThat(parse(Map.of("OPENAI_MODEL", "some")).llm()).isEmpty();
  }

  @Test
  void anAddressAloneIsEnoughForAModelOfOnesOwn() {
    var llm = parse(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1")).llm().orElseThrow();
    assertThat(llm.baseUrl()).hasToString("http://127.0.0.1:11434/v1");
    assertThat(llm.key()).isEmpty();
  }

  @Test
  void aKeyAloneMeansOpenAi() {
    var llm = parse(Map.of("OPENAI_API_KEY", "secret")).llm().orElseThrow();
    assertThat(llm.baseUrl().getHost()).isEqualTo("api.openai.com");
    assertThat(llm.toString()).doesNotContain("secret");
  }

  @Test
  void faultsNameTheVariableAndTheRemedy() {
    assertThatThrownBy(
            () -> parse(Map.of("OPENAI_TEMPERATURE", "hot", "RIHLA_LLM_DAILY_TOKENS", "many")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("OPENAI_TEMPERATURE")
        .hasMessageContaining("0 to 2")
        .hasMessageContaining("RIHLA_LLM_DAILY_TOKENS");
  }

  private static FunctionsConfig parse(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(LEAST);
    all.putAll(more);
    return FunctionsConfig.parse(new Settings(all));
  }
}
