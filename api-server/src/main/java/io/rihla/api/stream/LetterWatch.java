package io.rihla.api.stream;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises an alert for whatever any part of the system puts aside as a dead letter from now on. */
public final class LetterWatch implements AutoCloseable, TopicFollower.Listener<DeadLetter> {
  private static final Logger LOG = LoggerFactory.getLogger(LetterWatch.class);

  private final LiveHub hub;
  private final TopicFollower<DeadLetter> follower;

  public LetterWatch(String bootstrapServers, LiveHub hub) {
    this.hub = hub;
    this.follower = TopicFollower.fromNow(Topics.DEAD_LETTERS, bootstrapServers, this);
  }

  public void start() {
    follower.start();
  }

  @Override
  public void record(TopicFollower.Position at, String key, DeadLetter letter) {
    Metrics.getOrCreate(
            Counter.builder("rihla_dead_letters")
                .description("What was put aside since this server started, by who did so and why")
                .tags(
                    List.of(
                        Tag.create("component", letter.component()),
                        Tag.create("reason", letter.reasonCode()))))
        .increment();
    LOG.error(
        "alert: dead letter {} of {}, {}",
        letter.letterId(),
        letter.component(),
        letter.reasonCode());
    hub.tell(letter);
  }

  @Override
  public void close() {
    follower.close();
  }
}
