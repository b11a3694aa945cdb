package io.rihla.api.dashboard;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import io.rihla.api.security.Caller;
import io.rihla.api.security.MaskedPhone;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;

/** {@code GET /api/marketing/dashboard}. */
public final class DashboardRoutes implements HttpService {

  private final DashboardStore store;

  public DashboardRoutes(ClickHouse clickHouse) {
    this.store = new DashboardStore(clickHouse);
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::read);
  }

  private void read(ServerRequest request, ServerResponse response) {
    boolean open = Caller.of(request).seesPhones();
    try {
      Json.send(response, Status.OK_200, store.read(phone -> open ? phone : MaskedPhone.of(phone)));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }
}
