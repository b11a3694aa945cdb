package io.rihla.api.conversations;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/conversations} and {@code GET /api/conversations/{id}}. */
public final class ConversationRoutes implements HttpService {
  private final ConversationStore store;

  public ConversationRoutes(ClickHouse clickHouse) {
    this.store = new ConversationStore(clickHouse);
  }

  /** A page of the list. */
  record PageAnswer(List<Conversation> conversations, @Nullable String nextCursor) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).get("/{id}", this::get);
  }

  private void list(ServerRequest request, ServerResponse response) {
    ConversationFilter filter =
        ConversationFilter.of(
            name -> request.query().first(name).asOptional().filter(text -> !text.isBlank()));
    try {
      ConversationStore.Page page = store.list(filter);
      String next = page.next().map(PageCursor::text).orElse(null);
      Json.send(response, Status.OK_200, new PageAnswer(page.conversations(), next));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  private void get(ServerRequest request, ServerResponse response) {
    String id = request.path().pathParameters().get("id");
    try {
      Optional<String> heir = store.heir(id);
      if (heir.isPresent()) {
        response
            .status(Status.PERMANENT_REDIRECT_308)
            .header(HeaderNames.LOCATION, "/api/conversations/" + heir.get())
            .send();
        return;
      }
      Json.send(
          response,
          Status.OK_200,
          store
              .thread(id)
              .orElseThrow(
                  () -> new ProblemException(Problem.notFound("there is no conversation " + id))));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }
}
