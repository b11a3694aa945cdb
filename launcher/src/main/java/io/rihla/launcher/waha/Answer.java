package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.launcher.waha.CallLog.Outcome;
import org.jspecify.annotations.Nullable;

/** What a REST call is answered with, and what the call log keeps of it. */
record Answer(
    int status,
    JsonNode body,
    Outcome outcome,
    @Nullable String messageId,
    @Nullable String customer) {

  static Answer ok(JsonNode body) {
    return new Answer(200, body, Outcome.ANSWERED, null, null);
  }

  static Answer done(JsonNode body, Customer customer) {
    return new Answer(201, body, Outcome.ANSWERED, null, customer.id());
  }

  static Answer of(Outcome outcome, JsonNode body, Message message) {
    return new Answer(201, body, outcome, message.id(), message.customer());
  }

  static Answer unanswered() {
    return new Answer(504, Json.object(), Outcome.UNANSWERED, null, null);
  }

  static Answer unauthorized() {
    return refused(401, Json.object().put("message", "Unauthorized").put("statusCode", 401));
  }

  static Answer badRequest(String message) {
    return refused(
        400,
        Json.object().put("message", message).put("error", "Bad Request").put("statusCode", 400));
  }

  static Answer noSession(String name) {
    return refused(
        404,
        Json.object()
            .put("message", "We didn't find a session with name '%s'.".formatted(name))
            .put("error", "Not Found")
            .put("statusCode", 404));
  }

  static Answer notImplemented(Engine engine) {
    return refused(
        501,
        Json.object()
            .put("message", "The method is not implemented by the %s engine".formatted(engine))
            .put("error", "Not Implemented")
            .put("statusCode", 501));
  }

  static Answer notWorking(Session.Status status) {
    ObjectNode body =
        Json.object()
            .put(
                "error",
                "Session status is not as expected. Try again later or restart the session")
            .put("session", Own.SESSION)
            .put("status", status.name());
    return refused(422, body.set("expected", Json.strings("WORKING")));
  }

  /** WAHA's body for whatever went wrong inside. */
  static Answer failed(String message, String path) {
    ObjectNode body = Json.object().put("statusCode", 500);
    body.set("exception", Json.object().put("message", message).put("name", "Error"));
    body.set("request", Json.object().put("path", path));
    return new Answer(500, body, Outcome.FAILED, null, null);
  }

  private static Answer refused(int status, ObjectNode body) {
    return new Answer(status, body, Outcome.REFUSED, null, null);
  }

  boolean answered() {
    return switch (outcome) {
      case SENT_UNANSWERED, UNANSWERED -> false;
      case ANSWERED, SENT, REPEATED, REFUSED, FAILED -> true;
    };
  }
}
