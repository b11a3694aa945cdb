package io.rihla.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.launcher.verify.Finding;
import io.rihla.launcher.verify.RuleGroup;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.launcher.verify.rules.ConversationRules;
import io.rihla.launcher.verify.rules.Patience;
import io.rihla.schemas.conversation.ConversationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UnfoldingTest {
  private static final Season SEASON = Seasons.season(1_500, 30, 42);
  private static Seasons told;

  @BeforeAll
  static void tell() {
    told = new Seasons(SEASON);
  }

  @Test
  void theSameSeedTellsTheSameSeasonToTheLastLetter() {
    Seasons again = new Seasons(SEASON);
    assertThat(again.events).isEqualTo(told.events);
    assertThat(again.ads).isEqualTo(told.ads);
    assertThat(again.key).isEqualTo(told.key);
  }

  @Test
  void anotherSeedTellsAnother() {
    assertThat(new Seasons(Seasons.season(1_500, 30, 43)).key.funnel())
        .isNotEqualTo(told.key.funnel());
  }

  @Test
  void everyHistoryKeepsTheRulesOfConversations() {
    List<Logged<ConversationEvent>> once = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ConversationEvent event : told.events) {
      if (ids.add(event.eventId())) {
        once.add(new Logged<>(0, once.size(), event.customerKey(), event));
      }
    }
    History history =
        new History(
            SEASON.endMillis() + Duration.ofDays(60).toMillis(),
            List.of(),
            once,
            Map.of(0, (long) once.size()),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Patience patience = Patience.ofThinking(Duration.ofSeconds(120));
    for (Finding finding :
        RuleGroup.report(ConversationRules.groups(patience), history).findings()) {
      assertThat(finding.violations()).as(finding.rule()).isEmpty();
    }
  }

  @Test
  void theLogIsInTheOrderOfLearningAndEachCustomersEventsAreGapless() {
    long last = 0;
    Map<String, Long> seqs = new HashMap<>();
    int doubles = 0;
    for (ConversationEvent event : told.events) {
      long known = seqs.getOrDefault(event.customerKey(), 0L);
      if (event.seq() <= known) {
        doubles++;
        continue;
      }
      assertThat(event.seq()).isEqualTo(known + 1);
      assertThat(event.recordedAt())
          .as(event.eventId() + event.payload())
          .isGreaterThanOrEqualTo(last);
      assertThat(event.recordedAt()).isLessThanOrEqualTo(SEASON.endMillis() + 1_000);
      assertThat(event.eventTime()).isLessThanOrEqualTo(event.recordedAt());
      last = event.recordedAt();
      seqs.put(event.customerKey(), event.seq());
    }
    assertThat(doubles).isPositive();
    assertThat(seqs.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(told.key.events());
    assertThat(told.events).hasSize((int) told.key.events() + doubles);
  }

  @Test
  void theFiguresAreThoseOfANaiveRecountOfTheEvents() {
    assertThat(Recount.of(told.events, told.campaigns, SEASON).funnel())
        .isEqualTo(new LinkedHashMap<>(told.key.funnel()));
    Recount recount = Recount.of(told.events, told.campaigns, SEASON);
    assertThat(recount.dropOffs()).isEqualTo(told.key.dropOffs());
    assertThat(recount.revenue()).isEqualTo(revenueOfKey());
    assertThat(recount.escalations()).isEqualTo(told.key.escalations());
    assertThat(recount.questions()).isEqualTo(told.key.questions());
    assertThat(recount.responses()).isEqualTo(told.key.response().count());
  }

  private static Map<String, Map<String, Long>> revenueOfKey() {
    Map<String, Map<String, Long>> revenue = new java.util.TreeMap<>();
    told.key
        .campaigns()
        .forEach(
            (code, figures) -> {
              if (!figures.revenue().isEmpty()) {
                revenue.put(code, figures.revenue());
              }
            });
    return revenue;
  }

  @Test
  void everythingASeasonPromisesIsInIt() {
    AnswerKey key = told.key;
    assertThat(key.funnel().get("language")).containsKeys("ID", "EN", "AR");
    assertThat(key.funnel().get("variant")).containsOnlyKeys("A", "B");
    assertThat(key.funnel().get("prompt_version")).containsKeys("base:1", "base:2", "base:3");
    assertThat(key.returningCustomers()).isPositive();
    assertThat(key.dropOffs().get("INTEREST").returned()).isPositive();
    assertThat(key.dropOffs().get("LEADS").closed()).isPositive();
    assertThat(key.escalations()).containsKeys("STALE_MESSAGE", "LOW_CONFIDENCE", "ANGER");
    assertThat(key.campaigns().get("UMR_JAN_2027_VIP").spendCents()).containsOnlyKeys("USD");
    assertThat(key.campaigns().get("").spendCents()).containsOnlyKeys("IDR");
    assertThat(key.campaigns().get("UMR_APR_2027_REGULER").clicks()).isPositive();
    Duration latest =
        told.events.stream()
            .map(event -> Duration.ofMillis(event.recordedAt() - event.eventTime()))
            .max(Duration::compareTo)
            .orElseThrow();
    assertThat(latest).isBetween(Duration.ofDays(3), Duration.ofDays(7));
  }
}
