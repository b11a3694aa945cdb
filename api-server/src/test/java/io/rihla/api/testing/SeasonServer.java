package io.rihla.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;

/** A server over a real ClickHouse with the small {@link Season}. */
public final class SeasonServer implements AutoCloseable {
  private static final String ADMIN = TestApi.token("marketing_admin");

  private final RealClickHouse clickHouse = new RealClickHouse();
  private final TestApi api;

  public SeasonServer() {
    this(tables -> {});
  }

  /**
   * @param more what else is in the tables when the server starts
   */
  public SeasonServer(Consumer<RealClickHouse> more) {
    Season.fill(clickHouse);
    more.accept(clickHouse);
    this.api = TestApi.start(Map.of("CLICKHOUSE_URL", clickHouse.url()));
  }

  public RealClickHouse clickHouse() {
    return clickHouse;
  }

  public TestApi api() {
    return api;
  }

  /** A good answer, as the published document promises it. */
  public JsonNode get(String path) {
    HttpResponse<String> response = api.get(path, ADMIN);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Contract.holds(Method.GET, response);
    return TestApi.json(response);
  }

  @Override
  public void close() {
    api.close();
    clickHouse.close();
  }
}
