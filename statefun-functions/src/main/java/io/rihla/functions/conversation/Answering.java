package io.rihla.functions.conversation;

import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.AlertRaised;
import io.rihla.schemas.conversation.AnswerRejected;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns what the brain proposes into a reply; a thought that was superseded is dropped. */
final class Answering {
  private final Rules rules;
  private final Catalog catalog;

  Answering(Rules rules, Catalog catalog) {
    this.rules = rules;
    this.catalog = catalog;
  }

  void answer(Ledger ledger, Thought thought) {
    ConversationState state = ledger.state();
    if (!thought.thoughtId().equals(state.thought()) || state.ball() == Ball.ASSIGNED) {
      return;
    }
    List<BurstMessage> burst = state.burst();
    for (int attempt = 0; attempt < thought.rejected().size(); attempt++) {
      ledger.write(
          Ledger.BOT,
          new AnswerRejected(thought.thoughtId(), thought.rejected().get(attempt), attempt + 1));
    }
    ledger.write(
        Ledger.BOT,
        new AiAnswered(
            thought.thoughtId(),
            thought.confidence(),
            thought.model(),
            thought.promptVersion(),
            thought.variant(),
            thought.latencyMs(),
            thought.inputTokens(),
            thought.outputTokens(),
            thought.intent(),
            thought.topic(),
            thought.language(),
            thought.facts()));
    if (!burst.isEmpty()) {
      ledger.write(
          Ledger.BOT,
          new IntentDetected(
              thought.intent(),
              thought.topic(),
              thought.confidence(),
              burst.getLast().messageId()));
    }
    reply(ledger, thought, burst);
    HandoverReason needed = thought.needsHuman();
    if (needed != null) {
      Escalation.raise(ledger, needed, null);
    } else if (thought.confidence() < rules.confidenceThreshold()) {
      Escalation.raise(ledger, HandoverReason.LOW_CONFIDENCE, null);
    }
  }

  /** What should have been answered or sent was not: somebody must look, and a human answer. */
  void unanswered(Ledger ledger, Stimulus.Failed failed) {
    if (failed.subject().equals(ledger.state().thought())) {
      ledger.write(Ledger.BOT, new AnswerRejected(failed.subject(), failed.detail(), 1));
      Escalation.raise(ledger, HandoverReason.LLM_UNAVAILABLE, null);
    }
    ledger.write(
        Ledger.SYSTEM,
        new AlertRaised(failed.letterId(), failed.function() + "_failed", failed.detail()));
  }

  private void reply(Ledger ledger, Thought thought, List<BurstMessage> burst) {
    ConversationState state = ledger.state();
    List<PartContent> contents = contents(state, thought);
    if (contents.isEmpty()) {
      return;
    }
    Replies.Plan plan =
        new Replies.Plan(
            "%s-r%d".formatted(state.conversationId(), state.replies() + 1),
            Author.BOT,
            thought.thoughtId(),
            thought.question(),
            burst.stream()
                .map(BurstMessage::messageId)
                .filter(id -> !state.apiMessages().contains(id))
                .toList(),
            contents);
    if (ApiTurns.only(state, burst)) {
      Replies.keep(ledger, Ledger.BOT, plan);
    } else {
      Replies.send(ledger, Ledger.BOT, plan);
    }
  }

  /** Pictures first, as an agent would: the customer sees what the words are about. */
  private List<PartContent> contents(ConversationState state, Thought thought) {
    List<PartContent> contents = new ArrayList<>();
    Optional<TravelPackage> subject =
        Optional.ofNullable(thought.packageCode()).flatMap(catalog::find);
    subject.ifPresent(
        travelPackage ->
            thought.media().stream()
                .map(wish -> PackageMedia.part(travelPackage, wish))
                .filter(Objects::nonNull)
                .filter(part -> !state.mediaShown().contains(PackageMedia.address(part)))
                .forEach(contents::add));
    thought.answer().stream()
        .filter(text -> !text.isBlank())
        .map(TextPart::new)
        .forEach(contents::add);
    return contents;
  }
}
