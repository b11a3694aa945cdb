package io.rihla.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.api.testing.Broker;
import io.rihla.api.testing.EventStream;
import io.rihla.api.testing.Happenings;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.identity.CustomerKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveCountersTest {
  @Test
  void whoListensSeesTheCountersChangeWithTheDesk() {
    try (RealClickHouse clickHouse = new RealClickHouse();
        Happenings happenings = new Happenings(Broker.shared());
        TestApi api =
            TestApi.start(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    Broker.shared().address(),
                    "CLICKHOUSE_URL",
                    clickHouse.url()))) {
      await().atMost(Duration.ofSeconds(30)).until(() -> status(api) == 200);
      try (EventStream stream = open(api)) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !stream.ofKind("counters").isEmpty());
        CustomerKey customer = Happenings.somebody();
        clickHouse.insert(happenings.write(customer, Happenings.message("mau bayar")));
        clickHouse.insert(happenings.write(customer, Happenings.handover()));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> stream.ofKind("counters").getLast().data().path("waiting").asInt() == 1);
        assertThat(stream.ofKind("counters").getLast().data().path("active_conversations").asInt())
            .isEqualTo(1);
      }
    }
  }

  private static int status(TestApi api) {
    try (EventStream stream = open(api)) {
      return stream.status();
    }
  }

  private static EventStream open(TestApi api) {
    return new EventStream(
        api.uri("/api/stream"), Map.of("Authorization", "Bearer " + TestApi.token("analyst")));
  }
}
