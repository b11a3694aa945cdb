package io.rihla.api.stream;

import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads what a client missed, from the place he names up to where his live events begin. */
final class Replay {
  /** Further back a fresh look at the lists is quicker than the story. */
  static final long FARTHEST = 100_000;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int AT_ONCE = 4;

  private final String bootstrapServers;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  Replay(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Takes an event on its way to the client. */
  interface Taker {
    void take(Placed.Event event) throws IOException, InterruptedException;
  }

  /** Why a client cannot go on where he was. */
  static final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;

    Impossible(String reason) {
      super(reason);
    }
  }

  void run(Place from, Place to, Taker taker) throws Impossible, IOException, InterruptedException {
    if (!from.isOfSameLog(to)) {
      throw new Impossible("the id is of another log");
    }
    long distance = from.distance(to);
    if (distance < 0) {
      throw new Impossible("the id is ahead of the log");
    }
    if (distance > FARTHEST) {
      throw new Impossible("the id is more than " + FARTHEST + " events old");
    }
    if (distance == 0) {
      return;
    }
    turns.acquire();
    try (KafkaConsumer<byte[], byte[]> consumer = TopicFollower.consumer(bootstrapServers)) {
      read(consumer, from, to, taker);
    } catch (KafkaException e) {
      throw new IOException("the log is not readable", e);
    } finally {
      turns.release();
    }
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer, Place from, Place to, Taker taker)
      throws Impossible, IOException, InterruptedException {
    List<TopicPartition> open = new ArrayList<>();
    for (int partition = 0; partition < to.offsets().size(); partition++) {
      if (from.offsets().get(partition) < to.offsets().get(partition)) {
        open.add(new TopicPartition(Topics.CONVERSATION_EVENTS.name(), partition));
      }
    }
    consumer.assign(open);
    Map<TopicPartition, Long> oldest = consumer.beginningOffsets(open);
    for (TopicPartition partition : open) {
      long wanted = from.offsets().get(partition.partition());
      if (wanted < oldest.getOrDefault(partition, 0L)) {
        throw new Impossible("the id is older than what the log keeps");
      }
      consumer.seek(partition, wanted);
    }
    while (!open.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (to.isPast(record.partition(), record.offset())) {
          take(record, taker);
        }
      }
      open.removeIf(
          partition -> consumer.position(partition) >= to.offsets().get(partition.partition()));
      consumer.assign(open);
    }
  }

  private static void take(ConsumerRecord<byte[], byte[]> record, Taker taker)
      throws IOException, InterruptedException {
    try {
      taker.take(
          new Placed.Event(
              record.partition(),
              record.offset(),
              Topics.CONVERSATION_EVENTS.codec().decode(record.value())));
    } catch (UnreadableMessage e) {
      // a newer writer needs a newer reader: the tail's log names it
    }
  }
}
