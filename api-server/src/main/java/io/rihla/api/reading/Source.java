package io.rihla.api.reading;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.OptionalLong;

/** What the envelope says about everything in it. */
record Source(
    String event,
    Optional<String> eventId,
    OptionalLong signedAt,
    String session,
    Optional<String> engine,
    Fields me) {
  private static final String STANDARD_SESSION = "default";

  static Source of(Fields envelope) {
    return new Source(
        envelope.text("event").orElse(""),
        envelope.text("id"),
        Times.ofEnvelope(envelope),
        Fields.first(envelope.text("session"), envelope.text("payload", "session"))
            .orElse(STANDARD_SESSION),
        Fields.first(envelope.text("engine"), envelope.text("environment", "engine")),
        envelope.at("me"));
  }

  static Source listed(String session) {
    return new Source(
        "message",
        Optional.empty(),
        OptionalLong.empty(),
        session,
        Optional.empty(),
        Fields.of(MissingNode.getInstance()));
  }

  boolean isWebjs() {
    return engine.filter("WEBJS"::equalsIgnoreCase).isPresent();
  }
}
