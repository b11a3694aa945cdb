package io.rihla.api.performance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.analytics.Scope;
import io.rihla.api.listing.Lists;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.StoreUnavailable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** {@code GET /api/ai/performance}. */
public final class PerformanceRoutes implements HttpService {
  private static final int MOST_DAYS_BY_HOUR = 62;

  private final AnalyticsParts parts;
  private final PerformanceStore store;

  public PerformanceRoutes(AnalyticsParts parts) {
    this.parts = parts;
    this.store = new PerformanceStore(parts.clickHouse());
  }

  /** The series, and what explains it. */
  record Performance(
      String from,
      String to,
      String by,
      List<ObjectNode> series,
      List<ObjectNode> byPromptVersion,
      List<ObjectNode> calibration,
      List<ObjectNode> escalations) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::read);
  }

  private void read(ServerRequest request, ServerResponse response) {
    Scope scope = parts.scope(request);
    Bucket bucket =
        AnalyticsParts.parameters(request)
            .apply("by")
            .map(text -> ListParameters.oneOf("by", text, Bucket.NAMES))
            .map(Bucket::valueOf)
            .orElse(Bucket.DAY);
    long days = ChronoUnit.DAYS.between(scope.days().from(), scope.days().to());
    if (bucket == Bucket.HOUR && days >= MOST_DAYS_BY_HOUR) {
      throw ProblemException.badField(
          "from", "by hour at most %d days can be told: ask for less".formatted(MOST_DAYS_BY_HOUR));
    }
    if (Lists.wantsCsv(request)) {
      try {
        Lists.sendCsv(response, "performance", Bucket.COLUMNS, store.series(scope, bucket));
      } catch (StoreUnavailable e) {
        throw e.asProblem();
      }
      return;
    }
    parts.answers().send(request, response, () -> performance(scope, bucket));
  }

  private Performance performance(Scope scope, Bucket bucket) throws StoreUnavailable {
    return new Performance(
        scope.days().from().toString(),
        scope.days().to().toString(),
        bucket.name().toLowerCase(Locale.ROOT),
        store.series(scope, bucket),
        store.series(scope, Bucket.PROMPT_VERSION),
        store.calibration(scope),
        store.escalations(scope));
  }
}
