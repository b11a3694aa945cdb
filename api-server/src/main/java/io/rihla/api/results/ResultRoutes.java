package io.rihla.api.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.listing.Lists;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** {@code GET /api/marketing/experiments/{name}/results}. */
public final class ResultRoutes implements HttpService {
  private static final Set<String> GOALS = Set.of("INTEREST", "BOOKING", "PAID");
  private static final String CONTROL = "control";
  private static final List<String> COLUMNS =
      List.of(
          "variant",
          "exposures",
          "conversions",
          "conversion",
          "rate",
          "rate_interval",
          "uplift",
          "uplift_interval",
          "probability_best");

  private final AnalyticsParts parts;

  public ResultRoutes(AnalyticsParts parts) {
    this.parts = parts;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{name}/results", this::results);
  }

  private void results(ServerRequest request, ServerResponse response) {
    Function<String, Optional<String>> parameter = AnalyticsParts.parameters(request);
    String name = request.path().pathParameters().get("name");
    String goal =
        parameter
            .apply("goal")
            .map(text -> ListParameters.oneOf("goal", text, GOALS))
            .orElse("BOOKING");
    Optional<String> control = parameter.apply("control");
    Optional<Weights> weights = parameter.apply("weights").map(Weights::parse);
    if (!Lists.wantsCsv(request)) {
      parts
          .answers()
          .send(request, response, () -> judge(name, goal, control, weights, counts(name, goal)));
      return;
    }
    try {
      ExperimentResult result = judge(name, goal, control, weights, counts(name, goal));
      Lists.sendCsv(
          response,
          "experiment",
          COLUMNS,
          result.arms().stream().map(arm -> (ObjectNode) Json.tree(arm)).toList());
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  private List<ExperimentResult.Count> counts(String name, String goal) throws StoreUnavailable {
    List<ExperimentResult.Count> counts =
        parts
            .clickHouse()
            .query(
                """
                SELECT variant, toInt64(exposures) AS exposed, toInt64(%s) AS converted
                FROM experiment_results
                WHERE experiment = ?
                ORDER BY variant
                """
                    .formatted(goal.toLowerCase(Locale.ROOT)),
                row ->
                    new ExperimentResult.Count(
                        row.text("variant"), row.number("exposed"), row.number("converted")),
                name);
    if (counts.isEmpty()) {
      throw new ProblemException(
          Problem.notFound("nobody has seen an experiment called %s yet".formatted(name)));
    }
    return counts;
  }

  private static ExperimentResult judge(
      String name,
      String goal,
      Optional<String> control,
      Optional<Weights> weights,
      List<ExperimentResult.Count> counts) {
    List<String> variants = counts.stream().map(ExperimentResult.Count::variant).toList();
    if (control.filter(one -> !variants.contains(one)).isPresent()) {
      throw ProblemException.badField("control", "must be one of " + String.join(", ", variants));
    }
    int base =
        IntStream.range(0, variants.size())
            .filter(i -> variants.get(i).equals(control.orElse(CONTROL)))
            .findFirst()
            .orElse(0);
    List<Double> shares =
        weights.map(one -> one.of(variants)).orElseGet(() -> Weights.equal(variants));
    return new ExperimentResult(
        name,
        goal,
        variants.get(base),
        Judgement.arms(counts, base),
        Judgement.sampleRatio(counts, shares));
  }
}
