package io.rihla.jobs.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.Replay;
import io.rihla.jobs.Season;
import io.rihla.jobs.Story;
import io.rihla.jobs.held.HoldingOperator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceReplayTest {
  static LongStream seeds() {
    return LongStream.of(1, 2, 3, System.nanoTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lateDoubledAndShuffledEventsEndInTheSameAnswers(long seed) throws Exception {
    Season season = Season.of(seed, 60);

    var sorted = answers().straight(Story.log(season.events()), season.end());

    assertThat(sorted).hasSizeGreaterThan(60);
    assertThat(answers().straight(Story.log(season.troubled()), season.end())).isEqualTo(sorted);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anOlderSavepointAndAnotherParallelismEndInTheSameAnswers(long seed) throws Exception {
    Season season = Season.of(seed, 60);
    var log = Story.log(season.troubled());

    assertThat(
            answers().fromOlderSavepoint(log, log.size() / 3, log.size() * 3 / 4, 3, season.end()))
        .isEqualTo(answers().straight(log, season.end()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lateDoubledAndShuffledEventsEndInTheSameEpisodes(long seed) throws Exception {
    Season season = Season.of(seed, 60);

    var sorted = episodes().straight(Story.log(season.events()), season.end());

    assertThat(sorted).hasSizeGreaterThan(60);
    assertThat(episodes().straight(Story.log(season.troubled()), season.end())).isEqualTo(sorted);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anOlderSavepointAndAnotherParallelismEndInTheSameEpisodes(long seed) throws Exception {
    Season season = Season.of(seed, 60);
    var log = Story.log(season.troubled());

    assertThat(
            episodes().fromOlderSavepoint(log, log.size() / 3, log.size() * 3 / 4, 3, season.end()))
        .isEqualTo(episodes().straight(log, season.end()));
  }

  private static Replay answers() {
    return new Replay(
        () -> HoldingOperator.of(new PerformanceFn(TokenPrices.NOTHING)),
        List.of("customer_key", "thought_id"));
  }

  private static Replay episodes() {
    return new Replay(
        () -> HoldingOperator.of(new PerformanceFn(TokenPrices.NOTHING)),
        List.of("customer_key", "first_seq"),
        List.of(PerformanceFn.EPISODES));
  }
}
