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
import io.rihla.api.store.StoreUnavailable;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.topics.CompactedTopicView;
import java.util.List;
import java.util.Locale;

/** {@code GET /api/marketing/experiments/{name}/results}. */
public final class ResultRoutes implements HttpService {
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
  private final CompactedTopicView<Experiment> experiments;

  public ResultRoutes(AnalyticsParts parts, CompactedTopicView<Experiment> experiments) {
    this.parts = parts;
    this.experiments = experiments;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{name}/results", this::results);
  }

  private void results(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("name");
    Plan plan = Plan.of(AnalyticsParts.parameters(request), experiments.get(name));
    if (!Lists.wantsCsv(request)) {
      parts.answers().send(request, response, () -> judge(name, plan));
      return;
    }
    try {
      Lists.sendCsv(
          response,
          "experiment",
          COLUMNS,
          judge(name, plan).arms().stream().map(arm -> (ObjectNode) Json.tree(arm)).toList());
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  private ExperimentResult judge(String name, Plan plan) throws StoreUnavailable {
    List<ExperimentResult.Count> counts = plan.complete(counts(name, plan.goal()));
    if (counts.isEmpty()) {
      throw new ProblemException(
          Problem.notFound("there is no experiment %s, and nobody has seen one".formatted(name)));
    }
    List<String> variants = counts.stream().map(ExperimentResult.Count::variant).toList();
    int control = plan.control(variants);
    return new ExperimentResult(
        name,
        plan.goal(),
        variants.get(control),
        Judgement.arms(counts, control),
        Judgement.sampleRatio(counts, plan.weights(variants)));
  }

  private List<ExperimentResult.Count> counts(String name, String goal) throws StoreUnavailable {
    return parts
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
  }
}
