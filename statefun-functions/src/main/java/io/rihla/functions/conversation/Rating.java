package io.rihla.functions.conversation;

import io.rihla.functions.texts.Texts;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.RatingAsked;
import io.rihla.schemas.conversation.RatingReceived;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.outbound.TextPart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Asks once how it was when a person is done, and takes the answer for what it is: not a question
 * of a lead. Nobody is asked twice in thirty days, and nobody who wants to hear nothing.
 */
final class Rating {
  private static final Duration AGAIN = Duration.ofDays(30);
  private static final Duration OPEN = Duration.ofDays(2);

  private final Supplier<DeskSettings> settings;
  private final Supplier<Texts> wording;
  private final String company;
  private final Scores scores = Scores.standard();

  Rating(Supplier<DeskSettings> settings, Supplier<Texts> wording, String company) {
    this.settings = settings;
    this.wording = wording;
    this.company = company;
  }

  void ask(Ledger ledger) {
    ConversationState state = ledger.state();
    DeskSettings desk = settings.get();
    boolean lately =
        state.ratingAskedAt() != 0 && ledger.now() - state.ratingAskedAt() < AGAIN.toMillis();
    if (!desk.rating()
        || !desk.botOn()
        || lately
        || state.botOff()
        || state.existingChat()
        || state.optedOut()
        || state.chatId().isEmpty()) {
      return;
    }
    ledger.write(Ledger.BOT, new RatingAsked(say(ledger, "rating_question", List.of())));
  }

  /** Whether the burst was the answer to that question; then it is closed. */
  boolean take(Ledger ledger, List<BurstMessage> burst) {
    ConversationState state = ledger.state();
    if (!state.ratingOpen()
        || ledger.now() - state.ratingAskedAt() > OPEN.toMillis()
        || ApiTurns.only(state, burst)) {
      return false;
    }
    String text = Burst.text(burst);
    OptionalInt score = scores.read(text);
    if (score.isEmpty()) {
      return false;
    }
    ledger.write(Ledger.CUSTOMER, new RatingReceived(score.getAsInt(), text.strip()));
    String unused =
        say(ledger, "rating_thanks", burst.stream().map(BurstMessage::messageId).toList());
    return true;
  }

  private String say(Ledger ledger, String name, List<String> answers) {
    ConversationState state = ledger.state();
    Texts texts = wording.get();
    String salutation =
        state.name() == null
            ? texts.render(state.language(), "salutation_unknown", Map.of())
            : texts.render(state.language(), "salutation", Map.of("name", state.name()));
    String replyId = "%s-q%d".formatted(state.conversationId(), state.replies() + 1);
    String text =
        texts.render(
            state.language(),
            name,
            Map.of(
                "salutation",
                salutation,
                "company",
                company,
                "name",
                state.name() == null ? "" : state.name()));
    Replies.send(
        ledger,
        Ledger.BOT,
        new Replies.Plan(replyId, Author.BOT, null, null, answers, List.of(new TextPart(text))));
    return replyId;
  }
}
