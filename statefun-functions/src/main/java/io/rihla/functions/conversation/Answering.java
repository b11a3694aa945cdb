package io.rihla.functions.conversation;

import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.intent.Understanding;
import io.rihla.functions.packages.Availability;
import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.AlertRaised;
import io.rihla.schemas.conversation.AnswerRejected;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.ExperimentExposed;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.Exposure;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.prompts.EscalationTriggers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the brain proposes into a reply; a thought that was superseded is dropped. */
final class Answering {
  private final Rules rules;
  private final Catalog catalog;
  private final IntentRules words;
  private final Escalations escalations;
  private final Silence silence;

  Answering(
      Rules rules, Catalog catalog, IntentRules words, Escalations escalations, Silence silence) {
    this.escalations = escalations;
    this.silence = silence;
    this.rules = rules;
    this.catalog = catalog;
    this.words = words;
  }

  void answer(Ledger ledger, Thought thought) {
    ConversationState state = ledger.state();
    if (!thought.thoughtId().equals(state.thought()) || state.ball() == Ball.ASSIGNED) {
      return;
    }
    if (silence.isOff(state)) {
      Silence.ignoreAll(ledger, IgnoreReason.BOT_OFF);
      return;
    }
    List<BurstMessage> burst = Burst.inOrder(state.burst());
    for (int attempt = 0; attempt < thought.rejected().size(); attempt++) {
      ledger.write(
          Ledger.BOT,
          new AnswerRejected(thought.thoughtId(), thought.rejected().get(attempt), attempt + 1));
    }
    Understanding meaning = words.understand(Burst.text(burst));
    Meant meant = Meant.of(meaning, thought);
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
            meant.intent(),
            meant.topic(),
            thought.language(),
            thought.facts()));
    expose(ledger, thought);
    String messageId = burst.getLast().messageId();
    ledger.write(
        Ledger.BOT,
        new IntentDetected(meant.intent(), meant.topic(), meant.confidence(), messageId));
    Progress progress = Progress.of(meaning, circumstances(ledger, burst));
    progress
        .phase()
        .filter(phase -> state.open())
        .ifPresent(
            phase ->
                ledger.write(
                    Ledger.BOT,
                    new PhaseChanged(
                        state.phase(),
                        phase,
                        progress.trigger(),
                        messageId,
                        meaning.confidence(),
                        thought.promptVersion())));
    boolean thirdTime = Burst.askedForTheThirdTime(burst, state.history());
    Optional<Need> need =
        need(thought, progress, thirdTime).or(() -> trigger(burst, meant.topic()));
    reply(ledger, thought, burst, need.isPresent() ? absence(ledger) : "");
    need.ifPresent(one -> Escalation.raise(ledger, one.reason(), one.notes()));
  }

  /** Why a human is needed, and what the human should know. */
  private record Need(HandoverReason reason, @Nullable String notes) {}

  /** Each arm of an experiment is told once in a journey. */
  private static void expose(Ledger ledger, Thought thought) {
    for (Exposure exposure : thought.exposures()) {
      String arm = exposure.experiment() + "=" + exposure.variant();
      if (!ledger.state().exposed().contains(arm)) {
        ledger.write(Ledger.BOT, new ExperimentExposed(exposure.experiment(), exposure.variant()));
      }
    }
  }

  /** The agency's own words and topics that call a human. */
  private Optional<Need> trigger(List<BurstMessage> burst, TopicOfQuestion topic) {
    EscalationTriggers triggers = escalations.triggers();
    return triggers
        .wordIn(Burst.text(burst))
        .map(word -> "trigger word: " + word)
        .or(
            () ->
                Optional.of(topic)
                    .filter(triggers.topics()::contains)
                    .map(one -> "trigger topic: " + one))
        .map(notes -> new Need(HandoverReason.COMPLEX_QUESTION, notes));
  }

  /** What a customer reads who will wait for a human and finds none on duty. */
  private String absence(Ledger ledger) {
    ConversationState state = ledger.state();
    boolean onDuty =
        escalations.triggers().onDuty(Instant.ofEpochMilli(ledger.now()), rules.zone());
    return onDuty || state.ball() != Ball.BOT
        ? ""
        : escalations.outOfHours(state.language(), state.name());
  }

  /** The rules see who is ready to buy or wants a human; a brain only says what it cannot do. */
  private Optional<Need> need(Thought thought, Progress progress, boolean thirdTime) {
    if (progress.human().isPresent()) {
      return progress.human().map(reason -> new Need(reason, null));
    }
    HandoverReason proposed = thought.needsHuman();
    if (proposed != null && mayPropose(proposed)) {
      return Optional.of(new Need(proposed, null));
    }
    if (thirdTime) {
      return Optional.of(new Need(HandoverReason.REPEATED_QUESTION, null));
    }
    return thought.confidence() < escalations.triggers().confidenceThreshold()
        ? Optional.of(new Need(HandoverReason.LOW_CONFIDENCE, null))
        : Optional.empty();
  }

  private static boolean mayPropose(HandoverReason reason) {
    return switch (reason) {
      case COMPLEX_QUESTION,
          LOW_CONFIDENCE,
          UNGROUNDED_ANSWER,
          MEDIA_NOT_UNDERSTOOD,
          LLM_UNAVAILABLE ->
          true;
      case PAYMENT_INTENT,
          PAYMENT_PROOF,
          EARLY_PAYMENT,
          CUSTOMER_REQUEST,
          ANGER,
          REPEATED_QUESTION,
          STALE_MESSAGE ->
          false;
    };
  }

  private Progress.Circumstances circumstances(Ledger ledger, List<BurstMessage> burst) {
    ConversationState state = ledger.state();
    LocalDate today = Instant.ofEpochMilli(ledger.now()).atZone(rules.zone()).toLocalDate();
    boolean packageKnown =
        Optional.ofNullable(state.packageCode())
            .flatMap(catalog::find)
            .filter(offer -> Availability.of(offer, today) == Availability.AVAILABLE)
            .isPresent();
    return new Progress.Circumstances(
        state.phase(), packageKnown, state.lastQuestion() != null, Burst.showsPayment(burst));
  }

  /** What should have been answered or sent was not: somebody must look, and a human answer. */
  void unanswered(Ledger ledger, Stimulus.Failed failed) {
    if (failed.subject().equals(ledger.state().thought())) {
      ledger.write(Ledger.BOT, new AnswerRejected(failed.subject(), failed.detail(), 1));
      Escalation.raise(ledger, HandoverReason.LLM_UNAVAILABLE, null);
    }
    ledger.write(
        Ledger.SYSTEM,
        new AlertRaised(
            failed.letterId(), failed.function() + "_failed", failed.detail(), null, null));
  }

  private void reply(Ledger ledger, Thought thought, List<BurstMessage> burst, String absence) {
    ConversationState state = ledger.state();
    List<PartContent> contents = contents(state, thought);
    if (!absence.isBlank()) {
      contents.add(new TextPart(absence));
    }
    if (contents.isEmpty()) {
      return;
    }
    Replies.Plan plan =
        new Replies.Plan(
            Replies.answerId(state),
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
