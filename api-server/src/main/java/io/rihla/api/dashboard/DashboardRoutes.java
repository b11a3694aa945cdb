package io.rihla.api.dashboard;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.freshness.LastGood;
import io.rihla.api.security.Caller;
import io.rihla.api.store.ClickHouse;

/** {@code GET /api/marketing/dashboard}. */
public final class DashboardRoutes implements HttpService {
  private final LastGood answers;
  private final DashboardStore store;

  public DashboardRoutes(ClickHouse clickHouse, LastGood answers) {
    this.answers = answers;
    this.store = new DashboardStore(clickHouse);
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::read);
  }

  private void read(ServerRequest request, ServerResponse response) {
    Caller caller = Caller.of(request);
    answers.send(request, response, () -> store.read(caller));
  }
}
