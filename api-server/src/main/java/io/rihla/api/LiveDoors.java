package io.rihla.api;

import io.helidon.webserver.http.HttpRouting;
import io.rihla.api.security.Gate;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.stream.CounterBoard;
import io.rihla.api.stream.LetterWatch;
import io.rihla.api.stream.LiveHub;
import io.rihla.api.stream.StreamRoutes;

/** What tells people and other systems of events as they happen. */
final class LiveDoors implements AutoCloseable {
  private final LiveHub hub;
  private final CounterBoard counters;
  private final LetterWatch letters;
  private final StreamRoutes stream;

  LiveDoors(ApiConfig config, Gate gate, ClickHouse clickHouse) {
    this.hub = new LiveHub(config.kafka());
    this.counters = new CounterBoard(hub, clickHouse);
    this.letters = new LetterWatch(config.kafka(), hub);
    this.stream =
        new StreamRoutes(
            hub,
            config.kafka(),
            gate.tickets(),
            "https".equals(config.links().publicUrl().getScheme()));
  }

  void install(HttpRouting.Builder routing) {
    routing.register("/api/stream", stream);
  }

  void start() {
    hub.start();
    counters.start();
    letters.start();
  }

  /** Lets the listeners go, who would hold the server open. */
  @Override
  public void close() {
    letters.close();
    counters.close();
    hub.close();
  }
}
