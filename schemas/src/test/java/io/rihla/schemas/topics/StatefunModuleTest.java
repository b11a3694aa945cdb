package io.rihla.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatefunModuleTest {
  private final String module =
      StatefunModule.render("kafka:9092", "http://functions:8090/statefun", 60);

  @Test
  void functionsReadCommittedRecordsOnly() {
    assertThat(module).contains("isolation.level: read_committed");
  }

  @Test
  void theEgressIsExactlyOnceAndItsTransactionsOutliveAnOutage() {
    assertThat(module).contains("type: exactly-once", "transactionTimeout: 60min");
    assertThat(StatefunModule.render("kafka:9092", "http://f/statefun", Duration.ofSeconds(20)))
        .contains("transactionTimeout: 20s");
    assertThat(StatefunModule.TRANSACTION_TIMEOUT_MINUTES).isEqualTo(7 * 24 * 60);
  }

  @Test
  void everyTopicThatHasAFunctionIsRouted() {
    assertThat(module)
        .contains(
            "- topic: whatsapp.inbound",
            "- topic: conversation.commands",
            "- topic: package.commands",
            "- topic: whatsapp.outbound");
  }
}
