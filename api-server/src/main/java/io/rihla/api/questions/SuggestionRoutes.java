package io.rihla.api.questions;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.analytics.AnalyticsParts;
import io.rihla.api.listing.Lists;
import io.rihla.api.store.Where;

/** {@code GET /api/ai/faq-suggestions}: questions the bot answers badly, the costliest first. */
public final class SuggestionRoutes implements HttpService {
  private final Lists lists;

  public SuggestionRoutes(Lists lists) {
    this.lists = lists;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list);
  }

  private void list(ServerRequest request, ServerResponse response) {
    lists.send(
        request,
        response,
        QuestionLists.SUGGESTIONS,
        new Where().and(AnalyticsParts.parameters(request).apply("topic"), "topic = ?"));
  }
}
