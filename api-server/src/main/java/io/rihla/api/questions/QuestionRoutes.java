package io.rihla.api.questions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.analytics.Scope;
import io.rihla.api.listing.Lists;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code /api/marketing/questions}: what customers ask, and one kind of question in full. */
public final class QuestionRoutes implements HttpService {
  private static final Set<String> YES_OR_NO = Set.of("YES", "NO");

  /** A cluster that was merged into another is told as that one. */
  private static final String CLUSTER =
      """
      SELECT formatRowNoNewline('JSONEachRow', cluster_id, label, examples, merged_from, first_at, updated_at) AS json
      FROM
      (
          SELECT
              clusters.cluster_id AS cluster_id, label, examples, first_at, updated_at,
              (SELECT arraySort(groupArray(from_id)) FROM question_merges FINAL
                  WHERE into_id = (%1$s) AND from_id != into_id) AS merged_from
          FROM (SELECT * FROM question_clusters FINAL) AS clusters
          WHERE clusters.cluster_id = (%1$s)
      )
      SETTINGS date_time_output_format = 'iso'
      """
          .formatted(
              "SELECT if(count() = 0, ?, any(into_id)) FROM question_merges FINAL WHERE from_id = ?");

  private final AnalyticsParts parts;
  private final Lists lists;

  public QuestionRoutes(AnalyticsParts parts, Lists lists) {
    this.parts = parts;
    this.lists = lists;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).get("/{cluster_id}", this::cluster);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Scope scope = parts.scope(request);
    Where where =
        scope
            .timesOf("asked_at")
            .and(scope.language(), "language = ?")
            .and(AnalyticsParts.parameters(request).apply("topic"), "topic = ?");
    lists.send(request, response, QuestionLists.CLUSTERS, where);
  }

  private void cluster(ServerRequest request, ServerResponse response) {
    Function<String, Optional<String>> parameter = AnalyticsParts.parameters(request);
    String id = request.path().pathParameters().get("cluster_id");
    ObjectNode cluster;
    Scope scope = parts.scope(request);
    try {
      cluster = find(id);
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
    Where where =
        scope
            .timesOf("asked_at")
            .and("cluster_id = ?", cluster.path("cluster_id").asText())
            .and(scope.language(), "language = ?")
            .and(
                parameter
                    .apply("success")
                    .map(text -> ListParameters.oneOf("success", text, YES_OR_NO))
                    .map(text -> text.equals("YES") ? 1 : 0),
                "success = ?");
    lists.send(request, response, QuestionLists.MEMBERS, where, answer -> answer.setAll(cluster));
  }

  private ObjectNode find(String id) throws StoreUnavailable {
    return parts
        .clickHouse()
        .first(CLUSTER, QuestionRoutes::json, id, id, id, id)
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("there is no question cluster " + id)));
  }

  private static ObjectNode json(Row row) {
    return (ObjectNode) Json.parse(row.text("json"));
  }
}
