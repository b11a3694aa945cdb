package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.ExperimentExposed;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.conversation.LanguageDetected;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.conversation.ThoughtRequested;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the end of a burst to the answer in the customer's chat, as events. */
final class Answers {
  private static final String MODEL = "offline";

  private Answers() {}

  static void write(
      Telling telling,
      List<String> ids,
      Said first,
      Fate.Answered answered,
      @Nullable String code) {
    Customer customer = telling.customer;
    if (!telling.languageTold) {
      telling.languageTold = true;
      telling.tell(
          Telling.BOT,
          ids.getLast(),
          answered.thoughtAt(),
          new LanguageDetected(customer.tongue.detected, 0.93));
    }
    telling.thoughts++;
    String thought = "%s-t%d".formatted(customer.conversation, telling.thoughts);
    telling.tell(
        Telling.BOT, "quiet_window", answered.thoughtAt(), new ThoughtRequested(thought, ids));
    long at = answered.answeredAt();
    String variant = answered.variant();
    if (answered.exposed() && variant != null) {
      telling.tell(Telling.BOT, thought, at, new ExperimentExposed(Texts.EXPERIMENT, variant));
    }
    int length = answered.text().length();
    telling.tell(
        Telling.BOT,
        thought,
        at,
        new AiAnswered(
            thought,
            answered.confidence(),
            MODEL,
            answered.prompt(),
            variant,
            at - answered.thoughtAt(),
            1_200 + first.text().length() * 3,
            20 + length / 3,
            answered.intent(),
            answered.topic(),
            customer.tongue.detected,
            List.of()));
    telling.tell(
        Telling.BOT,
        thought,
        at,
        new IntentDetected(
            answered.intent(), answered.topic(), answered.confidence(), ids.getLast()));
    Phase moves = answered.moves();
    if (moves != null) {
      telling.tell(
          Telling.BOT,
          thought,
          at,
          new PhaseChanged(
              telling.phase,
              moves,
              answered.trigger(),
              ids.getLast(),
              answered.confidence(),
              answered.prompt()));
      telling.phase = moves;
    }
    telling.replies++;
    String reply = "%s-r%d".formatted(customer.conversation, telling.replies);
    Replies.plan(
        telling,
        Telling.BOT,
        thought,
        at,
        reply,
        thought,
        Author.BOT,
        answered.text(),
        answered.picture());
    HandoverReason need = answered.need();
    if (need != null) {
      need(telling, thought, at, need, code);
    }
    if (moves == Phase.BOOKING) {
      telling.lead = "lead_%s-%d".formatted(customer.conversation.substring(5), telling.journey);
      telling.tell(
          Telling.SYSTEM,
          thought,
          at,
          new LeadCreated(
              telling.lead,
              Phase.BOOKING,
              code,
              "conversation",
              customer.name,
              customer.phone,
              null,
              null));
    }
    Replies.sent(
        telling,
        Telling.BOT,
        reply,
        answered.text(),
        answered.picture() ? Replies.picture() : null,
        answered.acceptedAt());
  }

  private static void need(
      Telling telling, String cause, long at, HandoverReason reason, @Nullable String code) {
    telling.tell(
        Telling.BOT,
        cause,
        at,
        switch (reason) {
          case PAYMENT_INTENT, PAYMENT_PROOF, EARLY_PAYMENT ->
              new HandoverRequested(reason, Role.SALES_ADMIN, Priority.HIGH, code, null);
          case CUSTOMER_REQUEST ->
              new Escalated(reason, Role.SALES_ADMIN, Priority.HIGH, code, null);
          case ANGER -> new Escalated(reason, Role.MARKETING_ADMIN, Priority.URGENT, code, null);
          case COMPLEX_QUESTION,
              LOW_CONFIDENCE,
              REPEATED_QUESTION,
              UNGROUNDED_ANSWER,
              MEDIA_NOT_UNDERSTOOD,
              STALE_MESSAGE,
              LLM_UNAVAILABLE ->
              new Escalated(reason, Role.MARKETING_ADMIN, Priority.NORMAL, code, null);
        });
  }
}
