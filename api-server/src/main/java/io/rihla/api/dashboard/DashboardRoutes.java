package io.rihla.api.dashboard;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import io.rihla.api.security.Caller;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/marketing/dashboard}. */
public final class DashboardRoutes implements HttpService {
  private static final int SHOWN_BEFORE = 5;
  private static final int SHOWN_AFTER = 3;

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
      Json.send(response, Status.OK_200, store.read(phone -> open ? phone : masked(phone)));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  /** Enough to tell two customers apart, too little to call one. */
  static @Nullable String masked(@Nullable String phone) {
    if (phone == null || phone.length() <= SHOWN_BEFORE + SHOWN_AFTER) {
      return phone == null ? null : "*".repeat(phone.length());
    }
    int hidden = phone.length() - SHOWN_BEFORE - SHOWN_AFTER;
    return phone.substring(0, SHOWN_BEFORE)
        + "*".repeat(hidden)
        + phone.substring(SHOWN_BEFORE + hidden);
  }
}
