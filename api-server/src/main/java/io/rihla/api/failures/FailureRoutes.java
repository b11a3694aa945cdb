package io.rihla.api.failures;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Csv;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.Paged;
import io.rihla.api.store.StoreUnavailable;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/ai/failed-conversations}: what to learn from. */
public final class FailureRoutes implements HttpService {
  private final FailureStore store;
  private final ZoneId zone;
  private final InstantSource clock;

  public FailureRoutes(ClickHouse clickHouse, ZoneId zone, InstantSource clock) {
    this.store = new FailureStore(clickHouse);
    this.zone = zone;
    this.clock = clock;
  }

  /** A page of the list. */
  record PageAnswer(List<Failure> failures, @Nullable String nextCursor) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Paged.Request filter =
        FailureFilter.of(
            name -> request.query().first(name).asOptional().filter(text -> !text.isBlank()),
            zone,
            clock.millis());
    try {
      if (Csv.isWanted(request)) {
        Csv.send(
            response, "failed-conversations.csv", Csv.write(store.export(filter), Failure.NONE));
        return;
      }
      Paged.Page<Failure> page = store.list(filter);
      String next = page.next().map(PageCursor::text).orElse(null);
      Json.send(response, Status.OK_200, new PageAnswer(page.rows(), next));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }
}
