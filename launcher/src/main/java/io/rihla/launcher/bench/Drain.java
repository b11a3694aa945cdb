package io.rihla.launcher.bench;

import io.rihla.launcher.local.Refusal;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the jobs are through the log: they commit an offset when all before it is in the tables.
 */
final class Drain implements AutoCloseable {
  private static final String GROUP = "rihla-jobs";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long POLL_MILLIS = 50;

  private final Admin admin;

  Drain(String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** Events in the log. */
  long written() throws InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(p -> new TopicPartition(Topics.CONVERSATION_EVENTS.name(), p))
            .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
    try {
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(end -> end.offset())
          .sum();
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  /** Events that are done. */
  long committed() throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().topic().equals(Topics.CONVERSATION_EVENTS.name()))
          .mapToLong(entry -> entry.getValue().offset())
          .sum();
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  /** Forgets what earlier jobs committed. */
  void forget() throws InterruptedException {
    try {
      if (committed() > 0) {
        admin.deleteConsumerGroups(List.of(GROUP)).all().get();
      }
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  /** Returns when so many events are done, with how many really are. */
  long await(JobProcess jobs, long events) throws InterruptedException {
    long begin = System.nanoTime();
    long done = committed();
    while (done < events) {
      jobs.check();
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new Refusal(
            "Only %d of %d events were done after %d minutes."
                .formatted(done, events, PATIENCE.toMinutes()));
      }
      Thread.sleep(POLL_MILLIS);
      done = committed();
    }
    return done;
  }

  private static Refusal failed(ExecutionException e) {
    return new Refusal("Kafka cannot be asked: %s.".formatted(e.getCause()), e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
