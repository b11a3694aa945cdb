package io.rihla.api.prompts;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.commands.AnsweredCommands;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.problem.RequestFields;
import io.rihla.api.security.Caller;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.MoveLabel;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.prompts.PutPrompt;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/ai/prompts}: versions, labels and what they say. */
public final class PromptRoutes implements HttpService {
  private static final int CONTEXT = 3;

  private final PromptShelf shelf;
  private final PromptCommands commands;
  private final PromptPreview preview;

  public PromptRoutes(
      CompactedTopicView<PromptVersion> view,
      AnsweredCommands commands,
      PromptPreview preview,
      Clock clock) {
    this.shelf = new PromptShelf(view);
    this.commands = new PromptCommands(commands, clock);
    this.preview = preview;
  }

  /** What holds for a type and language, and what is staged there. */
  record Place(
      String promptType,
      @Nullable String language,
      PromptView production,
      @Nullable PromptView staging) {}

  /** All that holds now, and the version that names it on every answer of the bot. */
  record ListAnswer(String promptVersion, List<Place> prompts) {}

  /** All versions of a type, the newest first. */
  record HistoryAnswer(List<PromptView> versions) {}

  /** What changed from one version to another, as a unified diff. */
  record DiffAnswer(String from, String to, String diff) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .put("/", this::put)
        .post("/preview", this::preview)
        .get("/{type}", this::history)
        .get("/{type}/diff", this::diff)
        .put("/{type}/label", this::label)
        .post("/{type}/rollback", this::rollback);
  }

  private void list(ServerRequest request, ServerResponse response) {
    shelf.requireComplete();
    Json.send(
        response,
        Status.OK_200,
        new ListAnswer(
            shelf.production().version(), PromptShelf.places().map(this::place).toList()));
  }

  private Place place(PromptVersion slot) {
    PromptType type = slot.promptType();
    PromptView production =
        PromptView.of(shelf.labelled(type, slot.language(), PromptLabel.PRODUCTION).orElse(slot));
    return new Place(
        production.promptType(),
        production.language(),
        production,
        shelf
            .labelled(type, slot.language(), PromptLabel.STAGING)
            .map(PromptView::of)
            .orElse(null));
  }

  private void put(ServerRequest request, ServerResponse response) {
    shelf.requireComplete();
    PromptForms.Put put = PromptForms.put(RequestFields.of(request), Caller.of(request).name());
    PutPrompt order = put.order();
    boolean known =
        shelf.history(put.type(), order.language()).stream()
            .anyMatch(one -> one.version().equals(order.version()));
    commands.carryOut(request, put.type(), order);
    PromptVersion stored =
        shelf.stored(
            put.version(),
            one ->
                one.label() == PromptLabel.PRODUCTION
                    || (!order.activate() && one.label() == PromptLabel.STAGING));
    Json.send(response, known ? Status.OK_200 : Status.CREATED_201, PromptView.of(stored));
  }

  private void history(ServerRequest request, ServerResponse response) {
    shelf.requireComplete();
    PromptType type = type(request);
    Json.send(
        response,
        Status.OK_200,
        new HistoryAnswer(
            shelf.history(type, language(request)).stream().map(PromptView::of).toList()));
  }

  private void diff(ServerRequest request, ServerResponse response) {
    shelf.requireComplete();
    PromptVersion from = named(request, "from");
    PromptVersion to = named(request, "to");
    List<String> before = from.content().lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            from.version(),
            to.version(),
            before,
            DiffUtils.diff(before, to.content().lines().toList()),
            CONTEXT);
    Json.send(
        response,
        Status.OK_200,
        new DiffAnswer(from.version(), to.version(), String.join("\n", lines)));
  }

  private void label(ServerRequest request, ServerResponse response) {
    shelf.requireComplete();
    PromptType type = type(request);
    move(request, response, type, PromptForms.label(RequestFields.of(request), type));
  }

  private void rollback(ServerRequest request, ServerResponse response) {
    shelf.requireComplete();
    PromptType type = type(request);
    FieldReader in = RequestFields.orNone(request);
    Language language = PromptForms.language(in, type);
    String expected = PromptForms.expected(in);
    in.check();
    PromptVersion before = shelf.before(type, language);
    String present = expected == null ? shelf.inProduction(type, language) : expected;
    move(
        request,
        response,
        type,
        new MoveLabel(before.version(), before.language(), PromptLabel.PRODUCTION, present));
  }

  private void move(
      ServerRequest request, ServerResponse response, PromptType type, MoveLabel order) {
    PromptVersion wanted = shelf.find(type, order.language(), order.version());
    commands.carryOut(request, type, order);
    PromptVersion moved = shelf.stored(wanted, one -> one.label() == order.label());
    Json.send(response, Status.OK_200, PromptView.of(moved.withLabel(order.label())));
  }

  private void preview(ServerRequest request, ServerResponse response) {
    Json.send(response, Status.OK_200, preview.of(RequestFields.of(request)));
  }

  private PromptVersion named(ServerRequest request, String parameter) {
    String version =
        parameter(request, parameter)
            .orElseThrow(() -> ProblemException.badField(parameter, "is missing: name a version"));
    return shelf.find(type(request), language(request), version);
  }

  private static PromptType type(ServerRequest request) {
    return PromptForms.type(request.path().pathParameters().get("type").toUpperCase(Locale.ROOT));
  }

  private static Language language(ServerRequest request) {
    return PromptForms.language(parameter(request, "language"));
  }

  private static Optional<String> parameter(ServerRequest request, String name) {
    return request.query().first(name).asOptional().filter(text -> !text.isBlank());
  }
}
