package io.rihla.api.stream;

import static java.util.Objects.requireNonNull;

import io.rihla.api.store.DeskCounts;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Tick;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Reads the events once per server and hands them to every client that listens. */
public final class LiveHub implements AutoCloseable, TopicFollower.Listener<ConversationEvent> {
  private final String bootstrapServers;
  private final TopicFollower<ConversationEvent> follower;
  private final Set<Subscription> clients = new HashSet<>();
  private @Nullable Place place;
  private @Nullable DeskCounts counters;
  private long changes;
  private boolean closed;

  public LiveHub(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.follower = TopicFollower.fromNow(Topics.CONVERSATION_EVENTS, bootstrapServers, this);
  }

  public void start() {
    follower.start();
  }

  /** Joins a client at the place the server is at; empty while the log is not read. */
  synchronized Optional<Subscription> join() {
    if (place == null || closed) {
      return Optional.empty();
    }
    Subscription client = new Subscription(place);
    clients.add(client);
    changes++;
    if (counters != null) {
      boolean unused = client.offer(new Placed.Figures(counters));
    }
    return Optional.of(client);
  }

  synchronized void leave(Subscription client) {
    clients.remove(client);
  }

  synchronized int clients() {
    return clients.size();
  }

  /** Grows with everything that may change the counters of somebody who listens. */
  synchronized long changes() {
    return changes;
  }

  /** Tells the counters unless they are the same as before. */
  synchronized void tell(DeskCounts now) {
    if (!now.equals(counters)) {
      counters = now;
      hand(new Placed.Figures(now));
    }
  }

  synchronized void tell(DeadLetter letter) {
    hand(new Placed.Letter(letter));
  }

  @Override
  public synchronized void began(Map<Integer, Long> begins) {
    List<Long> offsets = new ArrayList<>();
    for (int partition = 0; partition < begins.size(); partition++) {
      offsets.add(requireNonNull(begins.get(partition)));
    }
    place = new Place(logName(), offsets);
  }

  @Override
  public synchronized void record(TopicFollower.Position at, String key, ConversationEvent event) {
    if (place != null) {
      place = place.after(at.partition(), at.offset());
    }
    if (!(event.payload() instanceof Tick)) {
      changes++;
    }
    // ticks too: they move the clients' places on
    hand(new Placed.Event(at.partition(), at.offset(), event));
  }

  private void hand(Placed one) {
    clients.removeIf(client -> !client.offer(one));
  }

  /** A topic that was made anew has another id, so places in the old one are not mistaken. */
  private String logName() {
    String topic = Topics.CONVERSATION_EVENTS.name();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Map<String, TopicDescription> found =
          admin.describeTopics(List.of(topic)).allTopicNames().get();
      return requireNonNull(found.get(topic)).topicId().toString().substring(0, 8);
    } catch (ExecutionException e) {
      throw new KafkaException("the topic cannot be described", e);
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  @Override
  public void close() {
    follower.close();
    synchronized (this) {
      closed = true;
      clients.forEach(Subscription::cut);
      clients.clear();
    }
  }
}
