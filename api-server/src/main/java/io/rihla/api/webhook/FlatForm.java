package io.rihla.api.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.FieldFault;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.reading.Contact;
import io.rihla.api.reading.Inbound;
import io.rihla.api.reading.Phones;
import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The plain form of a message, {@code {"from","body","timestamp","message_id"}}, for senders that
 * are not WAHA. Unknown fields are ignored, every bad one is named.
 */
final class FlatForm {
  private static final String SESSION = "default";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;

  FlatForm(ZoneId zone) {
    this.zone = zone;
  }

  Inbound read(JsonNode body) {
    if (!body.isObject()) {
      throw new ProblemException(Problem.badRequest("the body is not a JSON object"));
    }
    List<FieldFault> faults = new ArrayList<>();
    Optional<String> phone =
        field(
            body, "from", Phones::parse, "is no phone number: write it like 6281234567890", faults);
    Optional<String> text = field(body, "body", Optional::of, "", faults);
    Optional<Long> time =
        field(
            body,
            "timestamp",
            this::time,
            "is no point in time: write it like 2027-01-25 10:30:00 (%s)".formatted(zone),
            faults);
    Optional<String> id = field(body, "message_id", Optional::of, "", faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badFields(faults));
    }
    OptionalLong written = OptionalLong.of(time.orElseThrow());
    return new Inbound(
        Optional.empty(),
        written,
        written,
        new Contact(phone, Optional.empty(), Optional.empty()),
        SESSION,
        ChatId.ofPhone(phone.orElseThrow()),
        id.orElseThrow(),
        false,
        Optional.empty(),
        new InboundMessage(
            MessageKind.TEXT, text.orElseThrow(), null, null, List.of(), null, null));
  }

  private static <V> Optional<V> field(
      JsonNode body,
      String name,
      Function<String, Optional<V>> parser,
      String wrong,
      List<FieldFault> faults) {
    JsonNode field = body.path(name);
    if (field.isMissingNode() || field.isNull()) {
      faults.add(new FieldFault(name, "is missing"));
      return Optional.empty();
    }
    if (!field.isTextual()) {
      faults.add(new FieldFault(name, "must be a text, not " + kind(field)));
      return Optional.empty();
    }
    if (field.asText().isBlank()) {
      faults.add(new FieldFault(name, "is empty"));
      return Optional.empty();
    }
    Optional<V> value = parser.apply(field.asText());
    if (value.isEmpty()) {
      faults.add(new FieldFault(name, wrong));
    }
    return value;
  }

  private static String kind(JsonNode field) {
    return "a " + field.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }

  private Optional<Long> time(String text) {
    try {
      return Optional.of(instant(text.strip()).toEpochMilli());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant instant(String text) {
    boolean hasOffset = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:?\\d{2}");
    return hasOffset && text.contains(":")
        ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
        : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
  }
}
