package io.rihla.api.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client's time at the stream: first what he missed, then what happens. */
final class Listening {
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Subscription client;
  private final Replay replay;
  private final EventWriter out;

  Listening(Subscription client, Replay replay, EventWriter out) {
    this.client = client;
    this.replay = replay;
    this.out = out;
  }

  void run(Optional<String> lastEventId) throws IOException, InterruptedException {
    if (lastEventId.isEmpty()) {
      out.begin(client.from());
    } else {
      resume(lastEventId.get());
    }
    long end = System.nanoTime() + StreamRoutes.LONGEST.toNanos();
    long lastBeat = System.nanoTime();
    while (!client.isCut() && System.nanoTime() < end) {
      Placed next = client.poll(PATIENCE);
      if (next != null) {
        write(next);
      }
      if (System.nanoTime() - lastBeat > BEAT.toNanos()) {
        out.beat();
        lastBeat = System.nanoTime();
      }
    }
  }

  private void resume(String id) throws IOException, InterruptedException {
    Optional<Place> place = Place.parse(id);
    try {
      Place from = place.orElseThrow(() -> new Replay.Impossible("the id is none of ours"));
      if (from.isOfSameLog(client.from())) {
        out.begin(from);
      }
      replay.run(from, client.from(), out::write);
      out.flush();
    } catch (Replay.Impossible e) {
      out.begin(client.from());
      out.reset(String.valueOf(e.getMessage()));
    }
  }

  private void write(Placed first) throws IOException, InterruptedException {
    @Nullable Placed next = first;
    while (next != null && !client.isCut()) {
      out.write(next);
      next = client.poll(Duration.ZERO);
    }
    out.flush();
  }
}
