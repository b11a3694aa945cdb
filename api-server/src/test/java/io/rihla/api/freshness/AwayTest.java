package io.rihla.api.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.Season;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ClickHouse is taken away from a running server. */
class AwayTest {
  private static final String ADMIN = TestApi.token("marketing_admin");

  @Test
  void whatWasAnsweredIsToldAgainWithItsAgeAndWhatWasNotIsA503() {
    RealClickHouse clickHouse = new RealClickHouse();
    Season.fill(clickHouse);
    try (clickHouse;
        TestApi api = TestApi.start(Map.of("CLICKHOUSE_URL", clickHouse.url()))) {
      Instant begin = Instant.now();
      JsonNode fresh = good(api.get("/api/marketing/analytics", ADMIN));
      assertThat(fresh.get("stale_since").isNull()).isTrue();
      good(api.get("/api/marketing/dashboard", ADMIN));

      clickHouse.kill();

      for (int i = 0; i < 2; i++) {
        JsonNode stale = good(api.get("/api/marketing/analytics", ADMIN));
        assertThat(Instant.parse(stale.get("stale_since").asText()))
            .isBetween(begin, Instant.now());
        assertThat(stale.get("conversion_metrics")).isEqualTo(fresh.get("conversion_metrics"));
      }
      assertThat(good(api.get("/api/marketing/dashboard", ADMIN)).get("stale_since").isTextual())
          .isTrue();

      HttpResponse<String> never = api.get("/api/marketing/analytics?language=ar", ADMIN);
      assertThat(never.statusCode()).isEqualTo(503);
      assertThat(never.headers().firstValue("retry-after")).contains("2");
      Contract.holds(Method.GET, never);
      assertThat(api.get("/api/marketing/dashboard", TestApi.token("analyst")).statusCode())
          .as("what others may see is not told to an analyst")
          .isEqualTo(503);
    }
  }

  private static JsonNode good(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return TestApi.json(response);
  }
}
