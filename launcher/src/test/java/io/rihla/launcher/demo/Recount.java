package io.rihla.launcher.demo;

import io.rihla.launcher.demo.AnswerKey.Silences;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.ExperimentExposed;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.Touch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The figures of a season counted once more, slowly, from its events alone. */
record Recount(
    Map<String, Map<String, Steps>> funnel,
    Map<String, Silences> dropOffs,
    Map<String, Map<String, Long>> revenue,
    Map<String, Long> escalations,
    Map<String, Long> questions,
    long responses) {

  static Recount of(List<ConversationEvent> log, List<Campaign> campaigns, Season season) {
    Map<String, List<ConversationEvent>> journeys = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    Recount recount =
        new Recount(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            replies(log));
    for (ConversationEvent event : log) {
      if (ids.add(event.eventId())) {
        journeys
            .computeIfAbsent(event.customerKey() + "/" + event.journey(), any -> new ArrayList<>())
            .add(event);
        if (event.payload() instanceof Escalated escalated) {
          recount.escalations.merge(escalated.reason().name(), 1L, Long::sum);
        } else if (event.payload() instanceof AiAnswered answered) {
          recount.questions.merge(answered.topic().name(), 1L, Long::sum);
        }
      }
    }
    journeys.values().forEach(events -> recount.journey(events, campaigns, season));
    return recount;
  }

  private static long replies(List<ConversationEvent> log) {
    Set<String> thought = new HashSet<>();
    Set<String> sent = new HashSet<>();
    for (ConversationEvent event : log) {
      switch (event.payload()) {
        case ReplyPlanned reply when reply.thoughtId() != null -> thought.add(reply.replyId());
        case MessageSent message -> sent.add(message.replyId());
        case MediaSent media -> sent.add(media.replyId());
        default -> {}
      }
    }
    sent.retainAll(thought);
    return sent.size();
  }

  private static <T extends EventPayload> Stream<T> all(
      List<ConversationEvent> events, Class<T> type) {
    return events.stream()
        .sorted(
            Comparator.comparingLong(ConversationEvent::eventTime)
                .thenComparingLong(ConversationEvent::seq))
        .map(ConversationEvent::payload)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private void journey(List<ConversationEvent> events, List<Campaign> campaigns, Season season) {
    boolean booking = all(events, PhaseChanged.class).anyMatch(to -> to.to() == Phase.BOOKING);
    boolean interest =
        booking || all(events, PhaseChanged.class).anyMatch(to -> to.to() == Phase.INTEREST);
    long in = all(events, PaymentRecorded.class).mapToLong(PaymentRecorded::amount).sum();
    long back = all(events, PaymentRefunded.class).mapToLong(PaymentRefunded::amount).sum();
    Steps steps = new Steps(1, interest ? 1 : 0, booking ? 1 : 0, in > back ? 1 : 0);
    String campaign =
        all(events, CampaignAttributed.class)
            .filter(touch -> touch.touch() == Touch.FIRST)
            .map(touch -> campaign(touch, campaigns))
            .findFirst()
            .orElse("");
    long opened =
        events.stream()
            .filter(e -> e.payload() instanceof JourneyOpened)
            .findFirst()
            .orElseThrow()
            .eventTime();
    List<AiAnswered> answers = all(events, AiAnswered.class).toList();
    count("total", "", steps);
    count("campaign", campaign, steps);
    count("day", season.day(opened).toString(), steps);
    count("language", answers.isEmpty() ? "" : answers.getLast().language().name(), steps);
    count("prompt_version", answers.isEmpty() ? "" : answers.getFirst().promptVersion(), steps);
    all(events, ExperimentExposed.class)
        .findFirst()
        .ifPresent(e -> count("variant", e.variant(), steps));
    all(events, PaymentRecorded.class)
        .findFirst()
        .filter(any -> touched(events))
        .ifPresent(
            payment ->
                revenue
                    .computeIfAbsent(campaign, any -> new TreeMap<>())
                    .merge(payment.currency(), in - back, Long::sum));
    silences(events, season.endMillis());
  }

  private static boolean touched(List<ConversationEvent> events) {
    return all(events, CampaignAttributed.class).findAny().isPresent();
  }

  private static String campaign(CampaignAttributed touch, List<Campaign> campaigns) {
    String code = touch.campaignCode();
    return code != null
        ? code
        : campaigns.stream()
            .filter(campaign -> campaign.adIds().contains(touch.sourceId()))
            .map(Campaign::code)
            .findFirst()
            .orElse("");
  }

  private void count(String breakdown, String value, Steps steps) {
    funnel.computeIfAbsent(breakdown, any -> new TreeMap<>()).merge(value, steps, Steps::plus);
  }

  private void silences(List<ConversationEvent> events, long end) {
    List<ConversationEvent> inTime =
        events.stream().sorted(Comparator.comparingLong(ConversationEvent::eventTime)).toList();
    Map<Phase, Long> limits =
        new HashMap<>(Map.of(Phase.LEADS, 3L, Phase.INTEREST, 7L, Phase.BOOKING, 3L));
    Phase phase = Phase.LEADS;
    long since = 0;
    boolean closed = false;
    for (ConversationEvent event : inTime) {
      if (event.payload() instanceof PhaseChanged changed && changed.to().compareTo(phase) > 0) {
        phase = changed.to();
      }
      boolean wrote = event.payload() instanceof MessageReceived;
      boolean closes = event.payload() instanceof JourneyClosed;
      if ((wrote || closes)
          && !closed
          && since > 0
          && event.eventTime() > since + limits.get(phase) * 86_400_000) {
        dropOffs.merge(
            phase.name(), new Silences(1, wrote ? 1 : 0, closes ? 1 : 0, 0), Silences::plus);
      }
      since = wrote ? event.eventTime() : since;
      closed |= closes;
    }
    if (!closed && end > since + limits.get(phase) * 86_400_000) {
      dropOffs.merge(phase.name(), new Silences(1, 0, 0, 1), Silences::plus);
    }
  }
}
