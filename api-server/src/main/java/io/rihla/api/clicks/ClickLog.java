package io.rihla.api.clicks;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends clicks in a thread of its own and tries each again until Kafka has it. A customer waits a
 * moment for that and no longer: while Kafka is away clicks are kept here, and only a process that
 * is killed meanwhile loses them. A click that is tried again keeps its id.
 */
public final class ClickLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClickLog.class);
  private static final int ROOM = 100_000;
  private static final int BATCH = 500;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final EventLog log;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(ROOM);
  private final Thread thread = Thread.ofPlatform().name("clicks").daemon().unstarted(this::run);
  private volatile boolean closed;
  private List<Waiting> inHand = List.of();

  public ClickLog(EventLog log) {
    this.log = log;
  }

  private record Waiting(String key, AdsActivity click, CompletableFuture<Void> stored) {}

  public void start() {
    thread.start();
  }

  /** Hands a click over and waits for Kafka as long as {@code patience}; true when it is there. */
  boolean append(String key, AdsActivity click, Duration patience) {
    Waiting one = new Waiting(key, click, new CompletableFuture<>());
    if (closed || !queue.offer(one)) {
      LOG.error("click={} is lost: {} are waiting for Kafka already", click.activityId(), ROOM);
      count("lost");
      return false;
    }
    try {
      one.stored().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    try {
      while (!closed || !queue.isEmpty()) {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Waiting> batch = new ArrayList<>(List.of(first));
          queue.drainTo(batch, BATCH - 1);
          store(batch);
        }
      }
    } catch (InterruptedException e) {
      LOG.error(
          "clicks_lost={} the server stops and Kafka does not take them",
          queue.size() + inHand.size());
      Thread.currentThread().interrupt();
    }
  }

  private void store(List<Waiting> batch) throws InterruptedException {
    inHand = batch;
    while (true) {
      inHand = attempt(inHand);
      if (inHand.isEmpty()) {
        return;
      }
      LOG.warn("clicks_waiting={} Kafka does not take them", inHand.size() + queue.size());
      Thread.sleep(PAUSE);
    }
  }

  /** What Kafka did not acknowledge. */
  private List<Waiting> attempt(List<Waiting> batch) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try {
      for (Waiting one : batch) {
        sent.add(log.begin(Topics.ADS_ACTIVITY, one.key(), one.click()));
      }
    } catch (LogUnavailable e) {
      LOG.debug("{}", e.getMessage());
    }
    List<Waiting> left = new ArrayList<>(batch.subList(sent.size(), batch.size()));
    for (int i = 0; i < sent.size(); i++) {
      try {
        EventLog.await(sent.get(i), EventLog.PATIENCE);
        batch.get(i).stored().complete(null);
        count("stored");
      } catch (LogUnavailable e) {
        left.add(batch.get(i));
      }
    }
    return left;
  }

  private static void count(String outcome) {
    Metrics.getOrCreate(
            Counter.builder("rihla_clicks")
                .description("Clicks on campaign links by what became of them")
                .tags(List.of(Tag.create("outcome", outcome))))
        .increment();
  }

  /** Waits a little for what is not stored yet. */
  @Override
  public void close() {
    closed = true;
    try {
      if (thread.isAlive() && !thread.join(FAREWELL)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
