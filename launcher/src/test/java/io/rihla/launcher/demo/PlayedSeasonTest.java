package io.rihla.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlayedSeasonTest {
  private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

  @Test
  void theSameSeedAndMomentMakeTheSameSeason() {
    assertThat(played(40, NOW).lines).isEqualTo(played(40, NOW).lines);
    assertThat(played(40, NOW).key()).isEqualTo(played(40, NOW).key());
  }

  @Test
  void everyMessageAndEveryCustomerIsInTheKey() {
    PlayedSeason season = played(200, NOW);
    PlayedKey key = season.key();
    assertThat(key.journeys()).hasSizeBetween(201, 250);
    assertThat(key.messages()).hasSize(200);
    assertThat(key.messages().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(season.lines.size() + season.returns.size());
    assertThat(key.paid()).isNotEmpty();
    assertThat(key.clicks()).containsKeys(key.spend().keySet().toArray(String[]::new));
  }

  @Test
  void inTheSmallestSeasonsSomebodyBuysSomebodyNeedsAHumanAndSomethingIsLearnedLate() {
    for (int moment = 0; moment < 50; moment++) {
      PlayedSeason season = played(5, NOW.plusSeconds(moment));
      assertThat(season.key().paid()).isNotEmpty();
      assertThat(season.key().resolved()).isNotEmpty();
      assertThat(season.lines).anyMatch(line -> season.isAway(line.after()));
    }
  }

  @Test
  void whoNamesACampaignWritesItsCodeOrComesThroughItsAdAtOnce() {
    PlayedSeason season = played(200, NOW);
    for (PlayedSeason.Person person : season.people) {
      PlayedSeason.Line first =
          season.lines.stream()
              .filter(line -> line.person().equals(person))
              .findFirst()
              .orElseThrow();
      boolean named = !person.campaign().isEmpty();
      assertThat(named && first.text().contains(person.campaign())).isEqualTo(named);
      assertThat(named || first.ad() == null).isTrue();
    }
  }

  @Test
  void noMoreThanTheRateBeginToWriteInASecond() {
    PlayedSeason season = played(100, NOW);
    List<Long> begins =
        season.people.stream()
            .map(
                person ->
                    season.lines.stream()
                        .filter(line -> line.person().equals(person))
                        .findFirst()
                        .orElseThrow()
                        .after())
            .toList();
    assertThat(begins.stream().collect(Collectors.groupingBy(at -> at / 1_000)).values())
        .allSatisfy(second -> assertThat(second).hasSizeLessThanOrEqualTo(10));
  }

  @Test
  void anotherMomentSharesNeitherCustomersNorCampaigns() {
    PlayedKey one = played(50, NOW).key();
    PlayedKey other = played(50, NOW.plusSeconds(90)).key();
    assertThat(one.messages().keySet()).doesNotContainAnyElementsOf(other.messages().keySet());
    assertThat(one.clicks().keySet()).doesNotContainAnyElementsOf(other.clicks().keySet());
  }

  private static PlayedSeason played(int customers, Instant now) {
    return new PlayedSeason(
        new Season(customers, 30, 1, now, ZoneId.of("Asia/Jakarta"), "a pseudonym key of a test"),
        10,
        java.time.Duration.ofSeconds(9));
  }
}
