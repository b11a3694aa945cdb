package io.rihla.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.EventStream;
import io.rihla.api.testing.Happenings;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A row that ClickHouse refused is put aside by the jobs: somebody has to hear of it. */
class LetterWatchTest {
  @Test
  void whoKeepsTheSystemIsAlertedAndNobodyElse() {
    try (Happenings happenings = new Happenings(Broker.shared());
        TestApi api = TestApi.start(Map.of("KAFKA_BOOTSTRAP_SERVERS", Broker.shared().address()))) {
      await().atMost(Duration.ofSeconds(30)).until(() -> status(api) == 200);
      try (EventStream keeper = open(api, "system_admin");
          EventStream seller = open(api, "sales_admin")) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> {
                  happenings.append(Topics.DEAD_LETTERS, "refused-1", refusedRow());
                  return !keeper.ofKind("alert").isEmpty();
                });
        JsonNode alert = keeper.ofKind("alert").getFirst().data();
        assertThat(alert.get("kind").asText()).isEqualTo("ROW_REFUSED");
        assertThat(alert.get("component").asText()).isEqualTo("jobs");
        assertThat(alert.get("detail").asText()).contains("journeys");
        assertThat(seller.ofKind("alert")).isEmpty();
        assertThat(api.get("/observe/metrics", TestApi.token("system_admin")).body())
            .contains("rihla_dead_letters_total{component=\"jobs\",reason=\"ROW_REFUSED\"");
      }
    }
  }

  private static DeadLetter refusedRow() {
    return new DeadLetter(
        "refused-1",
        System.currentTimeMillis(),
        "jobs",
        "ROW_REFUSED",
        "ClickHouse refused the row for table journeys",
        null,
        null,
        null,
        null,
        ByteBuffer.allocate(0));
  }

  private static int status(TestApi api) {
    try (EventStream stream = open(api, "analyst")) {
      return stream.status();
    }
  }

  private static EventStream open(TestApi api, String role) {
    return new EventStream(
        api.uri("/api/stream"), Map.of("Authorization", "Bearer " + TestApi.token(role)));
  }
}
