package io.rihla.launcher.verify.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.schemas.codec.RecordData;
import io.rihla.schemas.conversation.ConversationEvent;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Each event says who, when, why and what its kind demands; see required-fields.txt. */
record FieldsAreThere(RequiredFields required) implements Check {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void check(History history, Notes notes) {
    for (Logged<ConversationEvent> logged : history.events()) {
      notes.checked();
      ConversationEvent event = logged.value();
      String kind = event.payload().getClass().getSimpleName();
      JsonNode fields = tree(event);
      List<String> missing =
          Stream.concat(
                  required.ofEveryEvent().stream().filter(field -> empty(fields.path(field))),
                  required.of(kind).stream()
                      .filter(field -> empty(fields.path("payload").path(field))))
              .toList();
      if (!missing.isEmpty()) {
        notes.violation(
            event.customerKey(),
            "event %s (%s) has no %s".formatted(event.eventId(), kind, String.join(", ", missing)));
      }
      if (!logged.key().equals(event.customerKey())) {
        notes.violation(
            event.customerKey(),
            "event %s lies under key %s".formatted(event.eventId(), logged.key()));
      }
    }
  }

  private static JsonNode tree(Object message) {
    try {
      return JSON.readTree(RecordData.json(message));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing, a blank text, an empty list, or a time or number that was never set. */
  private static boolean empty(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.asText().isBlank())
        || (value.isArray() && value.isEmpty())
        || (value.isIntegralNumber() && value.asLong() < 1);
  }
}
