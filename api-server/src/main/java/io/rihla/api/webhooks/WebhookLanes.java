package io.rihla.api.webhooks;

import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.relay.Work;
import io.rihla.api.webhooks.WebhookPoster.Outcome;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts parcels until they arrive, in order within a lane. A lane whose parcel is not taken waits
 * and tries again; the others go on. What is refused for good, or not taken for too long, becomes a
 * dead letter.
 */
public final class WebhookLanes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookLanes.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final int LEAST_ATTEMPTS = 5;
  private static final int AT_ONCE = 8;

  private final String name;
  private final WebhookTarget target;
  private final WebhookPoster poster;
  private final EventLog log;
  private final InstantSource clock;
  private final Map<String, Deque<Parcel>> lanes = new HashMap<>();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final ExecutorService threads;

  /**
   * @param name what it is called in logs and dead letters
   */
  public WebhookLanes(String name, WebhookTarget target, EventLog log, InstantSource clock) {
    this.name = name;
    this.target = target;
    this.poster = new WebhookPoster(target, clock);
    this.log = log;
    this.clock = clock;
    this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 0).factory());
  }

  public void add(Parcel parcel) {
    synchronized (lanes) {
      Deque<Parcel> lane = lanes.get(parcel.lane());
      if (lane != null) {
        lane.add(parcel);
        return;
      }
      Deque<Parcel> fresh = new ArrayDeque<>();
      fresh.add(parcel);
      lanes.put(parcel.lane(), fresh);
    }
    threads.execute(() -> serve(parcel.lane()));
  }

  private void serve(String lane) {
    try {
      for (Parcel parcel = first(lane); parcel != null; parcel = next(lane)) {
        deliver(parcel);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Parcel first(String lane) {
    synchronized (lanes) {
      Deque<Parcel> waiting = lanes.get(lane);
      return waiting == null ? null : waiting.peek();
    }
  }

  /** Takes the one that is finished away and shows the one after it. */
  private @Nullable Parcel next(String lane) {
    synchronized (lanes) {
      Deque<Parcel> waiting = lanes.get(lane);
      if (waiting == null) {
        return null;
      }
      waiting.poll();
      if (waiting.isEmpty()) {
        lanes.remove(lane);
      }
      return waiting.peek();
    }
  }

  private void deliver(Parcel parcel) throws InterruptedException {
    for (int attempt = 1; parcel.isOurs(); attempt++) {
      switch (post(parcel)) {
        case Outcome.Taken taken -> {
          parcel.done();
          return;
        }
        case Outcome.Refused refused -> {
          bury(parcel, "WEBHOOK_REFUSED", refused.reason());
          return;
        }
        case Outcome.TryAgain again -> {
          LOG.warn("{} id={} attempt={}: {}", name, parcel.id(), attempt, again.reason());
          boolean old = clock.millis() - parcel.born() > target.giveUp().toMillis();
          if (old && attempt >= LEAST_ATTEMPTS) {
            bury(parcel, "WEBHOOK_GIVEN_UP", again.reason());
            return;
          }
          Thread.sleep(pause(attempt));
        }
      }
    }
  }

  private Outcome post(Parcel parcel) throws InterruptedException {
    turns.acquire();
    try {
      return poster.post(parcel.id(), parcel.body().getBytes(StandardCharsets.UTF_8));
    } finally {
      turns.release();
    }
  }

  private void bury(Parcel parcel, String code, String reason) throws InterruptedException {
    Work<?> first = parcel.works().getFirst();
    // the same letter however often it is written
    String id =
        "dl_" + UUID.nameUUIDFromBytes((name + parcel.id()).getBytes(StandardCharsets.UTF_8));
    DeadLetter letter =
        new DeadLetter(
            id,
            clock.millis(),
            "api",
            code,
            name + ": " + reason,
            parcel.customerKey(),
            first.topic(),
            first.partition(),
            first.offset(),
            ByteBuffer.wrap(parcel.body().getBytes(StandardCharsets.UTF_8)));
    for (int attempt = 1; true; attempt++) {
      try {
        log.append(Topics.DEAD_LETTERS, id, letter);
        LOG.error("{} id={} letter={} reason={}", name, parcel.id(), id, code);
        parcel.done();
        return;
      } catch (LogUnavailable e) {
        Thread.sleep(pause(attempt));
      }
    }
  }

  private static Duration pause(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 8));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    poster.close();
  }
}
