package io.rihla.api.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Points in time as the engines write them: seconds, milliseconds, floats, text. */
final class Times {
  private static final double MILLIS_FROM = 1e11;

  private Times() {}

  /** When the message was written, epoch ms. */
  static OptionalLong ofMessage(Fields payload) {
    OptionalLong time = millis(payload.number("timestamp"));
    if (time.isEmpty()) {
      time = millis(payload.number("_data", "messageTimestamp"));
    }
    if (time.isEmpty()) {
      time = millis(payload.number("_data", "t"));
    }
    return time.isPresent() ? time : iso(payload.text("_data", "Info", "Timestamp"));
  }

  /** The envelope's own time, epoch ms. */
  static OptionalLong ofEnvelope(Fields envelope) {
    return millis(envelope.number("timestamp"));
  }

  private static OptionalLong millis(OptionalDouble number) {
    if (number.isEmpty() || number.getAsDouble() <= 0) {
      return OptionalLong.empty();
    }
    double value = number.getAsDouble();
    return OptionalLong.of(Math.round(value < MILLIS_FROM ? value * 1000 : value));
  }

  private static OptionalLong iso(Optional<String> text) {
    try {
      return text.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Instant.parse(text.get()).toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }
}
