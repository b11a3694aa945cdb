package io.rihla.api.analytics;

import io.rihla.api.store.ListParameters;
import io.rihla.api.store.Where;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which days, and which campaign, language and prompt version, figures are asked for. */
public record Scope(
    DayRange days,
    Optional<String> campaign,
    Optional<String> language,
    Optional<String> promptVersion) {
  private static final Set<String> LANGUAGES = Set.of("ID", "EN", "AR");
  static final String OF_THE_CAMPAIGN =
      "(customer_key, journey) IN (SELECT customer_key, journey FROM attributed_journeys WHERE campaign = ?)";

  public static Scope of(Function<String, Optional<String>> parameter, Clock clock, ZoneId zone) {
    return new Scope(
        DayRange.of(parameter, clock, zone),
        parameter.apply("campaign").map(text -> text.toUpperCase(Locale.ROOT)),
        parameter.apply("language").map(text -> ListParameters.oneOf("language", text, LANGUAGES)),
        parameter.apply("prompt_version"));
  }

  /** Whether only some journeys count: clicks and spend know nothing of these. */
  boolean isOfSomeJourneys() {
    return language.isPresent() || promptVersion.isPresent();
  }

  /** Journeys that opened in the range, in {@code attributed_journeys}. */
  public Where cohort() {
    return daysOf("cohort_day").and(journeys());
  }

  /** Journeys, whatever their day. */
  public Where journeys() {
    return new Where()
        .and(campaign, "campaign = ?")
        .and(language, "language = ?")
        .and(promptVersion, "prompt_version = ?");
  }

  public Where daysOf(String column) {
    return new Where()
        .and(
            column + " BETWEEN toDate(?) AND toDate(?)",
            days.from().toString(),
            days.to().toString());
  }

  public Where timesOf(String column) {
    return Where.times(column, days.begin(), days.end());
  }

  /** Rows of the AI in the range, by that time. */
  public Where answers(String time) {
    return timesOf(time)
        .and(language, "language = ?")
        .and(promptVersion, "prompt_version = ?")
        .and(campaign, OF_THE_CAMPAIGN);
  }
}
