package io.rihla.jobs.dropoff;

import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.PhaseChanged;
import org.jspecify.annotations.Nullable;

/** What one event tells about whether the customer is still there, and what it was about. */
record Sign(EventPayload payload, long time, long seq) {
  static Sign of(ConversationEvent event) {
    return new Sign(event.payload(), Math.min(event.eventTime(), event.recordedAt()), event.seq());
  }

  static boolean concerns(EventPayload payload) {
    return switch (payload) {
      case JourneyOpened opened -> true;
      case MessageReceived message -> true;
      case PhaseChanged changed -> true;
      case JourneyClosed closed -> true;
      case IntentDetected intent -> true;
      case AiAnswered answered -> true;
      case CampaignAttributed attributed -> true;
      case HandoverRequested requested -> true;
      case Escalated escalated -> true;
      case LeadCreated lead -> true;
      case CustomerForwarded forwarded -> true;
      default -> false; // says nothing about silence
    };
  }

  Presence applyTo(Presence presence, SilenceLimits limits) {
    return switch (payload) {
      case JourneyOpened opened -> presence.openedAt(time);
      case MessageReceived message -> presence.there(time, limits.shortest());
      case PhaseChanged changed -> presence.reached(changed.to(), time);
      case JourneyClosed closed -> presence.closedAt(time);
      case IntentDetected intent -> about(presence, intent.topic().name(), null, null);
      case AiAnswered answered -> about(presence, null, answered.confidence(), null);
      case CampaignAttributed attributed -> about(presence, attributed.packageCode());
      case HandoverRequested requested -> about(presence, requested.packageCode());
      case Escalated escalated -> about(presence, escalated.packageCode());
      case LeadCreated lead -> about(presence, lead.packageCode());
      default -> presence;
    };
  }

  private Presence about(Presence presence, @Nullable String packageCode) {
    return packageCode == null || packageCode.isEmpty()
        ? presence
        : about(presence, null, null, packageCode);
  }

  private Presence about(
      Presence presence,
      @Nullable String topic,
      @Nullable Double confidence,
      @Nullable String packageCode) {
    return presence.about(new Subject(time, seq, topic, confidence, packageCode));
  }
}
