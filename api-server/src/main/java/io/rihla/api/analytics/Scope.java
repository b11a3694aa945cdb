package io.rihla.api.analytics;

import io.rihla.api.store.ListParameters;
import io.rihla.api.store.Where;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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

  private static final String CAMPAIGN_OF_JOURNEY =
      """
      (first_campaign = ? OR (first_campaign = '' AND first_ad IN (
          SELECT ad_id FROM campaign_ads WHERE campaign = ?)))""";

  private static final String OF_JOURNEYS =
      "journey IN (SELECT id FROM figure_journeys FINAL %s WHERE %s)";

  /** Rows of {@code figure_journeys}, whatever their day. */
  Where narrowJourneys() {
    Where where =
        new Where()
            .and("1 = 1")
            .and(language, "language = ?")
            .and(promptVersion, "prompt_version = ?");
    campaign.ifPresent(code -> where.and(CAMPAIGN_OF_JOURNEY, code, code));
    return where;
  }

  /** Rows of {@code figure_answers} or {@code figure_episodes} in the range, by that time. */
  Where narrow(String table, String time) {
    return timesOf(time)
        .and(language, "language = ?")
        .and(promptVersion, "prompt_version = ?")
        .and(ofTheCampaign(table, timesOf(time)));
  }

  /**
   * Rows that name their journey, of the campaign asked for. Over few days they name few journeys:
   * the versions of the others need not be compared.
   *
   * @param read which rows of the table are read at all
   */
  Where ofTheCampaign(String table, Where read) {
    Where where = new Where();
    if (campaign.isEmpty()) {
      return where;
    }
    String code = campaign.get();
    if (!days.isShort()) {
      return where.and(OF_JOURNEYS.formatted("", CAMPAIGN_OF_JOURNEY), code, code);
    }
    String near = "PREWHERE id IN (SELECT journey FROM %s WHERE %s)".formatted(table, read.sql());
    return where.and(
        OF_JOURNEYS.formatted(near, CAMPAIGN_OF_JOURNEY),
        Stream.concat(Stream.of(read.values()), Stream.of(code, code)).toArray());
  }
}
