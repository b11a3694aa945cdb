package io.rihla.schemas.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What calls a human, and when humans are there. Content: {@code {"confidence_threshold": 0.6,
 * "words": […], "topics": […], "hours": {"monday": ["08:00-17:00"]}}}; every field may be left out.
 *
 * @param hours when somebody is on duty; empty means always, a day that is left out never
 */
public record EscalationTriggers(
    double confidenceThreshold,
    List<String> words,
    Set<TopicOfQuestion> topics,
    Map<DayOfWeek, List<Shift>> hours) {
  private static final double STANDARD_THRESHOLD = 0.6;
  private static final Set<String> FIELDS =
      Set.of("confidence_threshold", "words", "topics", "hours");

  public EscalationTriggers {
    words = List.copyOf(words);
    topics = Set.copyOf(topics);
    hours = Map.copyOf(hours);
  }

  /** From a time of day until another; until 24:00 is until the end of the day. */
  public record Shift(LocalTime from, LocalTime until) {
    boolean contains(LocalTime time) {
      return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
  }

  /** Triggers, or what is wrong with them. */
  public record Parsed(EscalationTriggers triggers, List<ContentFault> faults) {}

  public static EscalationTriggers standard() {
    return new EscalationTriggers(STANDARD_THRESHOLD, List.of(), Set.of(), Map.of());
  }

  public static Parsed parse(String content) {
    ContentReader in = new ContentReader();
    JsonNode json = in.read(content);
    if (in.isFaultless() && !json.isObject()) {
      in.fault("", "must be a JSON object");
    }
    in.onlyKnows(json, "", FIELDS);
    EscalationTriggers triggers =
        new EscalationTriggers(
            threshold(in, json),
            in.texts(json.path("words"), "words").stream()
                .map(EscalationTriggers::plain)
                .filter(word -> !word.isBlank())
                .toList(),
            topics(in, json),
            hours(in, json.path("hours")));
    return new Parsed(in.isFaultless() ? triggers : standard(), in.faults());
  }

  /** The trigger word a text has, if any; whole words only, in any case. */
  public Optional<String> wordIn(String text) {
    String plain = " " + plain(text) + " ";
    return words.stream().filter(word -> plain.contains(" " + word + " ")).findFirst();
  }

  /** Whether a human can be expected to answer at a moment. */
  public boolean onDuty(Instant moment, ZoneId zone) {
    if (hours.isEmpty()) {
      return true;
    }
    ZonedDateTime local = moment.atZone(zone);
    return hours.getOrDefault(local.getDayOfWeek(), List.of()).stream()
        .anyMatch(shift -> shift.contains(local.toLocalTime()));
  }

  private static double threshold(ContentReader in, JsonNode json) {
    JsonNode field = json.path("confidence_threshold");
    if (field.isMissingNode()) {
      return STANDARD_THRESHOLD;
    }
    if (!field.isNumber() || field.doubleValue() < 0 || field.doubleValue() > 1) {
      in.fault("confidence_threshold", "must be a number from 0 to 1");
      return STANDARD_THRESHOLD;
    }
    return field.doubleValue();
  }

  private static Set<TopicOfQuestion> topics(ContentReader in, JsonNode json) {
    Set<TopicOfQuestion> topics = EnumSet.noneOf(TopicOfQuestion.class);
    for (String text : in.texts(json.path("topics"), "topics")) {
      Stream.of(TopicOfQuestion.values())
          .filter(topic -> topic.name().equalsIgnoreCase(text))
          .findFirst()
          .ifPresentOrElse(
              topics::add,
              () ->
                  in.fault(
                      "topics",
                      "'%s' must be one of %s"
                          .formatted(
                              text,
                              Stream.of(TopicOfQuestion.values())
                                  .map(Enum::name)
                                  .collect(Collectors.joining(", ")))));
    }
    return topics;
  }

  private static Map<DayOfWeek, List<Shift>> hours(ContentReader in, JsonNode field) {
    Map<DayOfWeek, List<Shift>> hours = new EnumMap<>(DayOfWeek.class);
    if (field.isMissingNode() || field.isNull()) {
      return hours;
    }
    Set<String> days =
        Stream.of(DayOfWeek.values()).map(EscalationTriggers::name).collect(Collectors.toSet());
    if (!field.isObject() || field.isEmpty()) {
      in.fault("hours", "must name days such as {\"monday\": [\"08:00-17:00\"]}; or leave it out");
    }
    in.onlyKnows(field, "hours.", days);
    for (DayOfWeek day : DayOfWeek.values()) {
      String place = "hours." + name(day);
      List<Shift> shifts = new ArrayList<>();
      in.texts(field.path(name(day)), place)
          .forEach(text -> shift(in, text, place).ifPresent(shifts::add));
      if (!shifts.isEmpty()) {
        hours.put(day, List.copyOf(shifts));
      }
    }
    if (hours.isEmpty()) {
      in.fault("hours", "has no shift: leave it out if somebody is always there");
    }
    return hours;
  }

  private static Optional<Shift> shift(ContentReader in, String text, String place) {
    String[] ends = text.split("\\s*-\\s*", 2);
    try {
      if (ends.length == 2) {
        LocalTime from = LocalTime.parse(ends[0]);
        LocalTime until = ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]);
        if (until.equals(LocalTime.MIDNIGHT) || from.isBefore(until)) {
          return Optional.of(new Shift(from, until));
        }
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    in.fault(place, "'%s' is no shift: write it like 08:00-17:00".formatted(text));
    return Optional.empty();
  }

  private static String name(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
