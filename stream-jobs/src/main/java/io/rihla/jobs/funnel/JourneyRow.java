package io.rihla.jobs.funnel;

import io.rihla.jobs.history.Point;
import io.rihla.jobs.sink.JsonRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One journey as the table keeps it, made of all that is known. */
record JourneyRow(String customerKey, int journey, JourneyFacts facts, ZoneId zone) {
  static final String TABLE = "journeys";

  /** Empty until the opening of the journey is known. */
  static Optional<JourneyRow> of(String customerKey, int journey, JourneyFacts facts, ZoneId zone) {
    return facts.earliest(JourneyFacts.OPENED) == null
        ? Optional.empty()
        : Optional.of(new JourneyRow(customerKey, journey, facts, zone));
  }

  JsonRow columns() {
    Point opened = point(facts.earliest(JourneyFacts.OPENED));
    Money money = Money.of(facts.payments());
    Steps steps = Steps.of(facts, opened.time(), money);
    Point closed = facts.latest(JourneyFacts.CLOSED);
    Long closedAt = closed == null ? null : closed.time();
    JsonRow row =
        new JsonRow(customerKey, journey)
            .text("customer_key", customerKey)
            .text("conversation_id", facts.conversationId())
            .number("journey", journey)
            .number("opened_at", opened.time())
            .day("cohort_day", day(opened.time()))
            .text("source", opened.value())
            .text("language", value(facts.latest(JourneyFacts.LANGUAGE)))
            .text("package_code", value(facts.latest(JourneyFacts.PACKAGE)))
            .text("phase", steps.phase())
            .text("step", steps.highest())
            .maybe("interest_at", steps.interest())
            .maybe("booking_at", steps.booking())
            .maybe("paid_at", steps.paid())
            .maybe("closed_at", closedAt)
            .text("outcome", value(closed))
            .maybe("seconds_in_leads", Steps.seconds(steps.opened(), steps.interest(), closedAt))
            .maybe(
                "seconds_in_interest", Steps.seconds(steps.interest(), steps.booking(), closedAt))
            .maybe(
                "seconds_in_booking",
                Steps.seconds(steps.booking(), money.firstPayment(), closedAt))
            .text("prompt_version", facts.answers().isEmpty() ? "" : first(facts.answers()))
            .text("interest_prompt_version", promptUpTo(steps.interest()))
            .text("booking_prompt_version", promptUpTo(steps.booking()))
            .text("paid_prompt_version", promptUpTo(steps.paid()))
            .number("revenue", money.net())
            .number("refunded", money.refunded())
            .text("currency", money.currency())
            .number("pax", money.pax());
    touch(row, "first", firstTouch());
    touch(row, "last", facts.latest(JourneyFacts.TOUCHED));
    return experiments(row);
  }

  /** The touch the conversation called its first, else the earliest. */
  private @Nullable Point firstTouch() {
    Point first = facts.earliest(JourneyFacts.FIRST_TOUCH);
    return first == null ? facts.earliest(JourneyFacts.TOUCHED) : first;
  }

  private void touch(JsonRow row, String which, @Nullable Point point) {
    Touchpoint touch = Touchpoint.of(point);
    row.text(which + "_campaign", touch.campaign())
        .text(which + "_ad", touch.ad())
        .text(which + "_via", touch.via())
        .maybe(which + "_touch_at", point == null ? null : point.time())
        .day(which + "_touch_day", point == null ? null : day(point.time()));
  }

  private JsonRow experiments(JsonRow row) {
    Map<String, String> variants = new TreeMap<>();
    Map<String, Long> exposedAt = new TreeMap<>();
    facts
        .earliest()
        .forEach(
            (kind, point) -> {
              if (kind.startsWith(JourneyFacts.EXPERIMENT)) {
                String experiment = kind.substring(JourneyFacts.EXPERIMENT.length());
                variants.put(experiment, point.value());
                exposedAt.put(experiment, point.time());
              }
            });
    return row.map("variants", variants).map("exposed_at", exposedAt);
  }

  private String promptUpTo(@Nullable Long time) {
    return time == null
        ? ""
        : facts.answers().stream()
            .filter(answer -> answer.time() <= time)
            .reduce((earlier, later) -> later)
            .map(Point::value)
            .orElse("");
  }

  private LocalDate day(long time) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time), zone);
  }

  private static String first(List<Point> answers) {
    return answers.get(0).value();
  }

  private static String value(@Nullable Point point) {
    return point == null ? "" : point.value();
  }

  private static Point point(@Nullable Point point) {
    if (point == null) {
      throw new IllegalStateException("a row needs the opening of its journey");
    }
    return point;
  }
}
