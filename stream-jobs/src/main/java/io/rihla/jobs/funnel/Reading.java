package io.rihla.jobs.funnel;

import io.rihla.jobs.history.Point;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.ExperimentExposed;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.LanguageDetected;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.LeadMerged;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Touch;
import org.jspecify.annotations.Nullable;

/** What one event tells about its journey. */
record Reading(EventPayload payload, long time, long seq) {
  static Reading of(ConversationEvent event) {
    return new Reading(
        event.payload(), Math.min(event.eventTime(), event.recordedAt()), event.seq());
  }

  static boolean concerns(EventPayload payload) {
    return switch (payload) {
      case JourneyOpened opened -> true;
      case PhaseChanged changed -> true;
      case CampaignAttributed attributed -> true;
      case LanguageDetected detected -> true;
      case AiAnswered answered -> true;
      case HandoverRequested requested -> true;
      case Escalated escalated -> true;
      case LeadCreated lead -> true;
      case LeadMerged lead -> true;
      case PaymentRecorded payment -> true;
      case PaymentRefunded refund -> true;
      case JourneyClosed closed -> true;
      case ExperimentExposed exposed -> true;
      case CustomerForwarded forwarded -> true;
      default -> false; // tells nothing about how far a journey came
    };
  }

  JourneyFacts applyTo(JourneyFacts facts) {
    return switch (payload) {
      case JourneyOpened opened ->
          language(
              facts.withEarliest(JourneyFacts.OPENED, point(opened.source())), opened.language());
      case PhaseChanged changed ->
          switch (changed.to()) {
            case LEADS -> facts;
            case INTEREST -> facts.withEarliest(JourneyFacts.INTEREST, point(""));
            case BOOKING -> facts.withEarliest(JourneyFacts.BOOKING, point(""));
          };
      case CampaignAttributed attributed -> touched(facts, attributed);
      case LanguageDetected detected -> language(facts, detected.language());
      case AiAnswered answered ->
          language(facts.withAnswer(point(answered.promptVersion())), answered.language());
      case HandoverRequested requested -> packaged(facts, requested.packageCode());
      case Escalated escalated -> packaged(facts, escalated.packageCode());
      case LeadCreated lead -> packaged(facts, lead.packageCode());
      case LeadMerged lead -> packaged(facts, lead.packageCode());
      case PaymentRecorded in ->
          facts.withPayment(new Payment(time, seq, in.amount(), in.currency(), in.pax()));
      case PaymentRefunded back ->
          facts.withPayment(new Payment(time, seq, -back.amount(), back.currency(), 0));
      case JourneyClosed closed ->
          facts.withLatest(JourneyFacts.CLOSED, point(closed.outcome().name()));
      case ExperimentExposed exposed ->
          facts.withEarliest(
              JourneyFacts.EXPERIMENT + exposed.experiment(), point(exposed.variant()));
      default -> facts;
    };
  }

  private JourneyFacts touched(JourneyFacts facts, CampaignAttributed attributed) {
    Point touch = point(Touchpoint.of(attributed).text());
    JourneyFacts known =
        facts.withEarliest(JourneyFacts.TOUCHED, touch).withLatest(JourneyFacts.TOUCHED, touch);
    return packaged(
        attributed.touch() == Touch.FIRST
            ? known.withEarliest(JourneyFacts.FIRST_TOUCH, touch)
            : known,
        attributed.packageCode());
  }

  private JourneyFacts language(JourneyFacts facts, @Nullable Enum<?> language) {
    return language == null
        ? facts
        : facts.withLatest(JourneyFacts.LANGUAGE, point(language.name()));
  }

  private JourneyFacts packaged(JourneyFacts facts, @Nullable String code) {
    return code == null || code.isEmpty()
        ? facts
        : facts.withLatest(JourneyFacts.PACKAGE, point(code));
  }

  private Point point(String value) {
    return new Point(time, seq, value);
  }
}
