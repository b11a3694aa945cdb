package io.rihla.api.webhook;

import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.reading.Unreadable;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is authentic but cannot be understood, bytes and reason, for a person to look at. */
final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final EventLog log;
  private final Clock clock;

  DeadLetters(EventLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  void append(Unreadable unreadable, byte[] body) throws LogUnavailable {
    String id = "dl_" + UUID.randomUUID();
    log.append(
        Topics.DEAD_LETTERS,
        id,
        new DeadLetter(
            id,
            clock.millis(),
            "api",
            unreadable.code(),
            unreadable.detail(),
            null,
            null,
            null,
            null,
            ByteBuffer.wrap(body)));
    LOG.warn("dead letter {} reason {}", id, unreadable.code());
  }
}
