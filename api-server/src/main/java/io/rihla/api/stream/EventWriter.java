package io.rihla.api.stream;

import io.rihla.api.problem.Json;
import io.rihla.schemas.deadletters.DeadLetter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the stream of one client and knows how far he is. */
final class EventWriter implements AutoCloseable {
  private final OutputStream out;
  private final Viewer viewer;
  private Place place;

  EventWriter(OutputStream out, Viewer viewer, Place place) {
    this.out = out;
    this.viewer = viewer;
    this.place = place;
  }

  /** The client begins, or begins anew, at a place. */
  void begin(Place at) throws IOException {
    place = at;
    write("retry: 2000\nid: " + place + "\n\n");
    out.flush();
  }

  /** The client cannot go on where he was: what he shows is to be fetched anew. */
  void reset(String reason) throws IOException {
    write(
        "event: reset\nid: %s\ndata: %s\n\n".formatted(place, Json.tree(Map.of("reason", reason))));
    out.flush();
  }

  void write(Placed one) throws IOException {
    switch (one) {
      case Placed.Event event -> write(event);
      case Placed.Figures figures ->
          write(
              "event: counters\nid: %s\ndata: %s\n\n"
                  .formatted(place, Json.tree(figures.counters())));
      case Placed.Letter letter -> write(letter.letter());
    }
  }

  /** Something could not be used and was put aside: whoever keeps the system looks into it. */
  private void write(DeadLetter letter) throws IOException {
    if (viewer.keepsTheSystem()) {
      Map<String, Object> alert = new LinkedHashMap<>();
      alert.put("alert_id", letter.letterId());
      alert.put("kind", letter.reasonCode());
      alert.put("component", letter.component());
      alert.put("detail", letter.detail());
      alert.put("priority", "high");
      alert.put("at", Instant.ofEpochMilli(letter.occurredAt()).toString());
      write("event: alert\nid: %s\ndata: %s\n\n".formatted(place, Json.tree(alert)));
    }
  }

  private void write(Placed.Event event) throws IOException {
    if (place.isPast(event.partition(), event.offset())) {
      return;
    }
    place = place.after(event.partition(), event.offset());
    Optional<Narration.Told> told = Narration.tell(event.event(), viewer);
    if (told.isPresent()) {
      write(
          "event: %s\nid: %s\ndata: %s\n\n".formatted(told.get().kind(), place, told.get().data()));
    }
  }

  void flush() throws IOException {
    out.flush();
  }

  /** Shows that the line is open; the id moves on though nothing was to be told. */
  void beat() throws IOException {
    write(": still here\nid: " + place + "\n\n");
    out.flush();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
