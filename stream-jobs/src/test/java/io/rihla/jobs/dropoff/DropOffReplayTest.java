package io.rihla.jobs.dropoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.Replay;
import io.rihla.jobs.Season;
import io.rihla.jobs.Story;
import io.rihla.jobs.held.HoldingOperator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DropOffReplayTest {
  static LongStream seeds() {
    return LongStream.of(1, 2, 3, System.nanoTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lateDoubledAndShuffledEventsEndInTheSameRows(long seed) throws Exception {
    Season season = Season.of(seed, 60);

    var sorted = replay().straight(Story.log(season.events()), season.end());

    assertThat(sorted).hasSizeGreaterThan(30);
    assertThat(replay().straight(Story.log(season.troubled()), season.end())).isEqualTo(sorted);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anOlderSavepointAndAnotherParallelismEndInTheSameRows(long seed) throws Exception {
    Season season = Season.of(seed, 60);
    var log = Story.log(season.troubled());

    assertThat(
            replay().fromOlderSavepoint(log, log.size() / 3, log.size() * 3 / 4, 3, season.end()))
        .isEqualTo(replay().straight(log, season.end()));
  }

  private static Replay replay() {
    return new Replay(
        () -> HoldingOperator.of(new DropOffFn(SilenceLimits.STANDARD)),
        List.of("customer_key", "journey", "silent_since", "phase"));
  }
}
