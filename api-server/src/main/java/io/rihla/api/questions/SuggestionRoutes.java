package io.rihla.api.questions;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.listing.Lists;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.RequestFields;
import io.rihla.api.prompts.FaqDesk;
import io.rihla.api.prompts.PromptForms;
import io.rihla.api.security.Caller;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.ListParameters;
import io.rihla.api.store.Where;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code /api/ai/faq-suggestions}: questions the bot answers badly, and what is done about them.
 */
public final class SuggestionRoutes implements HttpService {
  private static final Set<String> DISMISSED = Set.of("DISMISSED");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'dismiss-'yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);

  private final Lists lists;
  private final ClickHouse clickHouse;
  private final FaqDesk desk;
  private final Clock clock;

  public SuggestionRoutes(Lists lists, ClickHouse clickHouse, FaqDesk desk, Clock clock) {
    this.lists = lists;
    this.clickHouse = clickHouse;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .post("/{cluster_id}/accept", this::accept)
        .post("/{cluster_id}/dismiss", this::dismiss);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Optional<String> include =
        AnalyticsParts.parameters(request)
            .apply("include")
            .map(text -> ListParameters.oneOf("include", text, DISMISSED));
    Set<String> dismissed = desk.dismissed();
    Set<String> left = new HashSet<>(desk.answered());
    if (include.isEmpty()) {
      left.addAll(dismissed);
    }
    Where where = new Where().and(AnalyticsParts.parameters(request).apply("topic"), "topic = ?");
    if (!left.isEmpty()) {
      where.and("cluster_id NOT IN (%s)".formatted(marks(left)), left.toArray());
    }
    lists.send(
        request,
        response,
        QuestionLists.SUGGESTIONS,
        where,
        answer ->
            include.ifPresent(
                asked -> answer.set("dismissed", Json.tree(new TreeSet<>(dismissed)))));
  }

  private void accept(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.of(request);
    SuggestedCluster cluster = cluster(request);
    var entry = EntryForm.entry(in, cluster);
    FaqDesk.Naming naming =
        new FaqDesk.Naming(
            PromptForms.version(in), Caller.of(request).name(), in.flag("activate", true));
    in.check();
    Json.send(response, Status.OK_200, desk.answer(request, naming, entry));
  }

  private void dismiss(ServerRequest request, ServerResponse response) {
    FieldReader in = RequestFields.orNone(request);
    String version = in.has("version") ? PromptForms.version(in) : NAME.format(clock.instant());
    in.check();
    FaqDesk.Naming naming = new FaqDesk.Naming(version, Caller.of(request).name(), true);
    Json.send(response, Status.OK_200, desk.dismiss(request, naming, cluster(request).id()));
  }

  private SuggestedCluster cluster(ServerRequest request) {
    return SuggestedCluster.find(clickHouse, request.path().pathParameters().get("cluster_id"));
  }

  private static String marks(Collection<String> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }
}
