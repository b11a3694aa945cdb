package io.rihla.api.analytics;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code GET /api/marketing/analytics}. */
public final class AnalyticsRoutes implements HttpService {
  private final AnalyticsParts parts;
  private final AnalyticsStore store;

  public AnalyticsRoutes(AnalyticsParts parts) {
    this.parts = parts;
    this.store = new AnalyticsStore(parts.clickHouse(), parts.clock());
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::read);
  }

  private void read(ServerRequest request, ServerResponse response) {
    Scope scope = parts.scope(request);
    parts.answers().send(request, response, () -> store.read(scope));
  }
}
