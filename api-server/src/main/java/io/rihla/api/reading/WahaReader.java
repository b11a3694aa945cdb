package io.rihla.api.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads WAHA's webhook bodies and listed messages, of the engines WEBJS, NOWEB and GOWS. Pure, and
 * total: every body has a reading.
 */
public final class WahaReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a whole webhook body. */
  public Reading read(byte[] body) {
    try {
      return read(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return new Unreadable("NOT_JSON", "the body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return new Unreadable("NOT_JSON", "the body cannot be read: " + e.getMessage());
    }
  }

  /** Reads a webhook body that is JSON. */
  public Reading read(JsonNode body) {
    Fields envelope = Fields.of(body);
    Fields payload = envelope.at("payload");
    Optional<String> event = envelope.text("event");
    if (event.isEmpty()) {
      return new Unreadable("NO_EVENT", "the envelope names no event");
    }
    Source source = Source.of(envelope);
    return switch (event.get()) {
      case "message", "message.any" ->
          guarded(event.get(), payload, () -> new Messages(source, payload).message());
      case "message.edited" ->
          guarded(event.get(), payload, () -> new Messages(source, payload).edit());
      case "message.reaction" ->
          guarded(event.get(), payload, () -> new Messages(source, payload).reaction());
      case "message.revoked" ->
          guarded(event.get(), payload, () -> Messages.revoke(source, payload));
      case "message.ack", "message.ack.group" ->
          guarded(event.get(), payload, () -> new Messages(source, payload).ack());
      case "session.status" -> guarded(event.get(), payload, () -> session(source, payload));
      default -> Ignored.because(Ignored.Reason.UNKNOWN_EVENT, event.get());
    };
  }

  /** Reads a message as WAHA lists it, which is the payload of a {@code message} event. */
  public Reading readListed(String session, JsonNode message) {
    Source source = Source.listed(session);
    return guarded(
        "message", Fields.of(message), () -> new Messages(source, Fields.of(message)).message());
  }

  private static Reading guarded(
      String event, Fields payload, java.util.function.Supplier<Reading> reading) {
    return payload.isObject()
        ? reading.get()
        : new Unreadable("NO_PAYLOAD", event + " carries no payload object");
  }

  private static Reading session(Source source, Fields payload) {
    Optional<String> status = payload.text("status");
    return status.isPresent()
        ? new SessionStatus(payload.text("name").orElse(source.session()), status.get())
        : new Unreadable("NO_STATUS", "session.status without a status");
  }
}
