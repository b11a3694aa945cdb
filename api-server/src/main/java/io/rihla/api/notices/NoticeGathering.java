package io.rihla.api.notices;

import io.rihla.api.relay.GroupReader;
import io.rihla.api.relay.Work;
import io.rihla.schemas.conversation.ConversationEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gathers what happens within one window of time into one notice. Windows are cut by the events'
 * own time, so reading them again gathers them the same way.
 */
final class NoticeGathering implements GroupReader.Worker<ConversationEvent> {
  /** How long an event may take to get here. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Duration window;
  private final InstantSource clock;
  private final Receiver receiver;
  private final Map<Long, List<Gathered>> windows = new TreeMap<>();

  /** Takes finished notices; says when each has arrived by the works. */
  interface Receiver {
    void take(Notice notice, List<Work<ConversationEvent>> works);
  }

  private record Gathered(Need need, Work<ConversationEvent> work) {}

  NoticeGathering(Duration window, InstantSource clock, Receiver receiver) {
    this.window = window;
    this.clock = clock;
    this.receiver = receiver;
  }

  @Override
  public void take(Work<ConversationEvent> work) {
    Optional<Need> need = Need.of(work.value());
    if (need.isEmpty()) {
      work.done();
      return;
    }
    long number = need.get().at() / window.toMillis();
    windows.computeIfAbsent(number, key -> new ArrayList<>()).add(new Gathered(need.get(), work));
  }

  @Override
  public void look() {
    long now = clock.millis() - GRACE.toMillis();
    windows
        .entrySet()
        .removeIf(
            entry -> {
              boolean over = (entry.getKey() + 1) * window.toMillis() <= now;
              if (over) {
                finish(entry.getValue());
              }
              return over;
            });
  }

  private void finish(List<Gathered> gathered) {
    List<Gathered> ours = gathered.stream().filter(one -> one.work().isOurs()).toList();
    if (!ours.isEmpty()) {
      receiver.take(
          Notice.of(ours.stream().map(Gathered::need).toList()),
          ours.stream().map(Gathered::work).toList());
    }
  }
}
