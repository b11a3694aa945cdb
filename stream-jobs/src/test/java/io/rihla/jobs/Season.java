package io.rihla.jobs;

import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.AttributionSource;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.ExperimentExposed;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.RatingReceived;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.conversation.ThoughtRequested;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.conversation.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Many customers over some weeks, and the same events as a troubled log delivers them. */
public record Season(List<ConversationEvent> events, long seed) {
  private static final long LATEST = Duration.ofDays(6).toMillis();
  private static final String[] CAMPAIGNS = {"UMR_MAR_2027_HEMAT", "UMR_APR_2027_PLUS"};

  public static Season of(long seed, int customers) {
    Random random = new Random(seed);
    List<ConversationEvent> events = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      Story story = new Story("c_%024d".formatted(i));
      story.later(Duration.ofMinutes(random.nextInt(20_000)));
      for (int journeys = 1 + random.nextInt(2); journeys > 0; journeys--) {
        journey(story, random);
      }
      if (random.nextInt(12) == 0) {
        story.happens(new CustomerForwarded("c_other", "conv_other"));
      }
      events.addAll(story.events());
    }
    events.sort(Comparator.comparingLong(ConversationEvent::recordedAt));
    return new Season(List.copyOf(events), seed);
  }

  public long end() {
    return events.get(events.size() - 1).recordedAt() + Duration.ofDays(60).toMillis();
  }

  /** Some events come days late, some twice: never later than a week. */
  public List<ConversationEvent> troubled() {
    Random random = new Random(seed + 1);
    record Delivery(long time, ConversationEvent event) {}
    List<Delivery> deliveries = new ArrayList<>();
    for (ConversationEvent event : events) {
      long delay = random.nextInt(4) == 0 ? random.nextLong(LATEST) : random.nextLong(90_000);
      deliveries.add(new Delivery(event.recordedAt() + delay, event));
      if (random.nextInt(5) == 0) {
        deliveries.add(new Delivery(event.recordedAt() + random.nextLong(LATEST), event));
      }
    }
    return deliveries.stream()
        .sorted(Comparator.comparingLong(Delivery::time))
        .map(Delivery::event)
        .toList();
  }

  private static void journey(Story story, Random random) {
    story.opens();
    turn(story, random, story.now());
    if (random.nextBoolean()) {
      attributed(story, random, Touch.FIRST);
    }
    for (int turns = random.nextInt(8); turns > 0; turns--) {
      boolean longSilence = random.nextInt(3) == 0;
      story.later(
          longSilence
              ? Duration.ofHours(random.nextInt(24 * 10))
              : Duration.ofMinutes(random.nextInt(180)));
      turn(story, random, story.now());
    }
    if (random.nextInt(3) == 0) {
      story.happens(new PhaseChanged(Phase.LEADS, Phase.BOOKING, "payment", null, null, null));
      story.happens(new PaymentRecorded("lead", "ref", 5_000_000, "IDR", 1 + random.nextInt(4)));
      story.happens(new JourneyClosed(Outcome.PAID, null));
      if (random.nextInt(3) == 0) {
        story.later(Duration.ofHours(30));
        story.happens(
            new PaymentRefunded("lead", "ref", random.nextBoolean() ? 5_000_000 : 1, "IDR"));
      }
    } else if (random.nextInt(3) == 0) {
      story.happens(new JourneyClosed(Outcome.LOST, "too far"));
    }
    story.later(Duration.ofDays(random.nextInt(5)));
  }

  private static void turn(Story story, Random random, long id) {
    String name = "m" + id + "-" + story.events().size();
    story.writes(name);
    if (random.nextInt(10) == 0) {
      attributed(story, random, Touch.LAST);
    }
    story.later(Duration.ofMillis(1_500 + random.nextInt(500)));
    story.happens(new ThoughtRequested("t-" + name, List.of(name)));
    story.later(Duration.ofMillis(random.nextInt(3_000)));
    String cause = "thought " + name;
    story.happens(
        new AiAnswered(
            "t-" + name,
            random.nextInt(100) / 100.0,
            "offline",
            "v" + random.nextInt(3),
            random.nextBoolean() ? "B" : null,
            40,
            100,
            20,
            Intent.DETAILS,
            TopicOfQuestion.PRICE,
            Language.values()[random.nextInt(3)],
            List.of()),
        cause);
    story.happens(
        new IntentDetected(Intent.DETAILS, TopicOfQuestion.values()[random.nextInt(5)], 0.5, name),
        cause);
    if (random.nextInt(5) == 0) {
      story.happens(
          new PhaseChanged(Phase.LEADS, Phase.INTEREST, "details", name, null, "v1"), cause);
    }
    story.happens(
        new ReplyPlanned(
            "r-" + name,
            "t-" + name,
            "62812@c.us",
            Author.BOT,
            List.of("p-" + name),
            "Baik",
            null,
            List.of()),
        cause);
    if (random.nextInt(8) == 0) {
      story.happens(
          new Escalated(
              HandoverReason.LOW_CONFIDENCE,
              Role.MARKETING_ADMIN,
              Priority.NORMAL,
              CAMPAIGNS[0],
              null),
          cause);
    }
    story.later(Duration.ofMillis(800));
    story.happens(
        new MessageSent("r-" + name, "p-" + name, 0, "o-" + name, "Baik", 1, false, true));
    if (random.nextInt(9) == 0) {
      story.later(Duration.ofMinutes(4));
      story.happens(new HandoverResolved("budi", null));
    }
    if (random.nextInt(9) == 0) {
      story.writes("rating " + name).happens(new RatingReceived(4, null), "rating " + name);
    }
    if (random.nextInt(6) == 0) {
      story.happens(new ExperimentExposed("greeting", random.nextBoolean() ? "A" : "B"));
    }
  }

  private static void attributed(Story story, Random random, Touch touch) {
    story.happens(
        new CampaignAttributed(
            CAMPAIGNS[random.nextInt(2)],
            CAMPAIGNS[0],
            touch,
            AttributionSource.CODE,
            random.nextBoolean() ? "ad-1" : null,
            null,
            "m"));
  }
}
