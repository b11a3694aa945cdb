package io.rihla.api.funnel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.listing.Lists;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code /api/marketing/funnel} and {@code /api/marketing/cohorts}. */
public final class FunnelRoutes implements HttpService {
  private static final List<String> STEP_COLUMNS =
      List.of(
          "step",
          "journeys",
          "conversion",
          "conversion_value",
          "conversion_from_start",
          "conversion_from_start_value",
          "median_seconds");
  private static final List<String> PART_COLUMNS =
      List.of(
          "value",
          "leads",
          "interest",
          "booking",
          "paid",
          "conversion_rate",
          "conversion_rate_value");

  private final AnalyticsParts parts;
  private final FunnelStore store;
  private final Lists lists;

  public FunnelRoutes(AnalyticsParts parts, Lists lists) {
    this.parts = parts;
    this.store = new FunnelStore(parts.clickHouse());
    this.lists = lists;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/funnel", this::funnel)
        .get("/funnel/customers", this::customers)
        .get("/cohorts", this::cohorts);
  }

  private void funnel(ServerRequest request, ServerResponse response) {
    FunnelRequest wanted = wanted(request);
    if (!Lists.wantsCsv(request)) {
      parts.answers().send(request, response, () -> store.read(wanted));
      return;
    }
    try {
      Funnel funnel = store.read(wanted);
      boolean split = wanted.breakdown().isPresent();
      List<?> rows = split ? funnel.parts() : funnel.steps();
      Lists.sendCsv(
          response,
          "funnel",
          split ? PART_COLUMNS : STEP_COLUMNS,
          rows.stream().map(row -> (ObjectNode) Json.tree(row)).toList());
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  private void customers(ServerRequest request, ServerResponse response) {
    Function<String, Optional<String>> parameter = AnalyticsParts.parameters(request);
    FunnelRequest wanted = wanted(request);
    Where where = wanted.where();
    step(parameter, "step").ifPresent(step -> where.and(wanted.reached(step)));
    step(parameter, "without").ifPresent(step -> where.and("NOT (" + wanted.reached(step) + ")"));
    Optional<String> value = request.query().first("value").asOptional();
    if (wanted.breakdown().isPresent() != value.isPresent()) {
      throw ProblemException.badField(
          value.isPresent() ? "breakdown" : "value",
          "is missing: breakdown and value belong together");
    }
    wanted.breakdown().ifPresent(one -> where.and(one.equalsSql(), value.orElse("")));
    lists.sendPeople(request, response, FunnelLists.CUSTOMERS, where);
  }

  private static Optional<Step> step(Function<String, Optional<String>> parameter, String name) {
    return parameter
        .apply(name)
        .map(text -> ListParameters.oneOf(name, text, Step.NAMES))
        .map(Step::valueOf);
  }

  private void cohorts(ServerRequest request, ServerResponse response) {
    Function<String, Optional<String>> parameter = AnalyticsParts.parameters(request);
    String by =
        parameter
            .apply("by")
            .map(text -> ListParameters.oneOf("by", text, Set.of("DAY", "WEEK", "MONTH")))
            .orElse("WEEK");
    String start =
        switch (by) {
          case "DAY" -> "cohort_day";
          case "WEEK" -> "toMonday(cohort_day)";
          default -> "toStartOfMonth(cohort_day)";
        };
    Step step = step(parameter, "step").orElse(Step.BOOKING);
    lists.send(request, response, FunnelLists.cohorts(step, start), wanted(request).where());
  }

  private FunnelRequest wanted(ServerRequest request) {
    return FunnelRequest.of(parts.scope(request), AnalyticsParts.parameters(request));
  }
}
