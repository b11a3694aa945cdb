package io.rihla.api.ai;

import io.helidon.common.uri.UriInfo;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.commands.AnsweredCommands;
import io.rihla.api.commands.ConversationCommands;
import io.rihla.api.commands.ConversationKeys;
import io.rihla.api.lid.Customers;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.problem.RequestFields;
import io.rihla.api.reading.Phones;
import io.rihla.schemas.commands.ProcessMessage;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.TurnAnswered;
import io.rihla.schemas.identity.CustomerKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/ai/process-message}: a real turn of the conversation whose answer goes to the
 * caller and not to WhatsApp.
 */
public final class TurnRoutes implements HttpService {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final int LONGEST_MESSAGE = 4_096;
  private static final String SESSION = "default";

  private final Customers customers;
  private final ConversationCommands commands;
  private final TurnTail tail;

  public TurnRoutes(Customers customers, ConversationCommands commands, TurnTail tail) {
    this.customers = customers;
    this.commands = commands;
    this.tail = tail;
  }

  /** A file or place to show with the text. */
  record Media(String type, String url, @Nullable String caption) {}

  /** What the bot would say, and where the conversation stands then. */
  record Answer(
      String responseText,
      List<Media> mediaToSend,
      Phase newPhase,
      double confidence,
      boolean shouldEscalate,
      @Nullable String handoverReason,
      String language,
      String intent,
      @Nullable String interestedPackage,
      String promptVersion,
      String conversationId) {}

  private record Turn(CustomerKey customer, ProcessMessage order) {}

  @Override
  public void routing(HttpRules rules) {
    rules.post("/process-message", this::process);
  }

  private void process(ServerRequest request, ServerResponse response) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Turn turn = turn(request);
    if (!tail.isFollowing()) {
      throw new ProblemException(
          Problem.unavailable("the events are not followed yet: try again in a moment"));
    }
    String id = AnsweredCommands.newId();
    String key = turn.customer().value();
    CompletableFuture<TurnTail.Ending> ending = tail.expect(key, id);
    try {
      var unused =
          commands.carryOut(request, id, new ConversationKeys.Target(key, SESSION), turn.order());
      TurnAnswered answer = await(ending, deadline);
      Json.send(
          response,
          Status.OK_200,
          answer(answer, turn.customer().conversationId(), request.requestedUri()));
    } finally {
      tail.forget(id);
    }
  }

  private Turn turn(ServerRequest request) {
    FieldReader in = RequestFields.of(request);
    String written = in.text("phone");
    String phone =
        Phones.parse(written)
            .orElseGet(
                () ->
                    written.isEmpty()
                        ? ""
                        : in.fault("phone", "is no phone number such as 6281234567890", ""));
    String message = in.text("message");
    if (message.length() > LONGEST_MESSAGE) {
      in.fault("message", "must have at most %d characters".formatted(LONGEST_MESSAGE), "");
    }
    String conversation = in.optionalText("conversation_id");
    Phase phase = in.word("current_phase", Phase.class);
    in.check();
    CustomerKey customer = customers.ofPhone(phone);
    if (conversation != null && !conversation.equals(customer.conversationId())) {
      throw ProblemException.badField(
          "conversation_id",
          "belongs to another phone: leave it out, or use " + customer.conversationId());
    }
    return new Turn(customer, new ProcessMessage(phone, message, phase));
  }

  private static TurnAnswered await(CompletableFuture<TurnTail.Ending> ending, long deadline) {
    try {
      long left = Math.max(1, deadline - System.nanoTime());
      return switch (ending.get(left, TimeUnit.NANOSECONDS)) {
        case TurnTail.Ending.Answered answered -> answered.answer();
        case TurnTail.Ending.Silent silent ->
            throw new ProblemException(Problem.of(409, "rejected", "Conflict", silent.reason()));
      };
    } catch (TimeoutException e) {
      throw late(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProblemException late(Exception e) {
    return new ProblemException(
        Problem.of(
            504,
            "not-answered",
            "Not answered in time",
            "the message was taken but not answered within 45 s: read the conversation to see"),
        e);
  }

  private static Answer answer(TurnAnswered answer, String conversation, UriInfo here) {
    return new Answer(
        answer.text(),
        answer.media().stream()
            .map(media -> new Media(media.type(), absolute(media.url(), here), media.caption()))
            .toList(),
        answer.phase(),
        answer.confidence(),
        answer.needsHuman(),
        answer.reason() == null ? null : answer.reason().name(),
        answer.language().name().toLowerCase(Locale.ROOT),
        answer.intent().name(),
        answer.packageCode(),
        answer.promptVersion(),
        conversation);
  }

  /** The catalog's own files are served here. */
  private static String absolute(String url, UriInfo here) {
    return url.startsWith("/") ? here.scheme() + "://" + here.authority() + url : url;
  }
}
