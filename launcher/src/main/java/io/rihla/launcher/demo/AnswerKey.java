package io.rihla.launcher.demo;

import java.util.List;
import java.util.Map;

/**
 * The figures a season must lead to, from what was decided to happen in it.
 *
 * @param session what tells the season's events from others
 * @param until the figures are those of this moment, epoch ms
 * @param events distinct events in the log
 * @param funnel by breakdown (total, campaign, day, language, prompt_version, variant) and value
 * @param dropOffs by phase
 * @param campaigns by code; the empty code has what no campaign names
 * @param days by day, campaign and ad of the first touch
 * @param questions answers by topic
 * @param answers answers of the bot by prompt version
 * @param escalations by reason, handovers not among them
 * @param episodes how many, how many the bot managed alone, how many it did not
 * @param response of the answers that were sent
 * @param ratings how often each score from 1 to 5 was given
 */
public record AnswerKey(
    String session,
    long seed,
    int customers,
    int days,
    String zone,
    long from,
    long until,
    long events,
    long returningCustomers,
    Map<String, Map<String, Steps>> funnel,
    Map<String, Silences> dropOffs,
    Map<String, CampaignFigures> campaigns,
    List<AdDay> adDays,
    Map<String, Long> questions,
    Map<String, Long> answers,
    Map<String, Long> escalations,
    Map<String, Long> handovers,
    Episodes.Counts episodes,
    ResponseTimes response,
    Map<String, Long> ratings) {

  /** Silences past the limit of a phase, and how they ended. */
  public record Silences(long dropped, long returned, long closed, long lasting) {
    static final Silences NONE = new Silences(0, 0, 0, 0);

    Silences plus(Silences other) {
      return new Silences(
          dropped + other.dropped,
          returned + other.returned,
          closed + other.closed,
          lasting + other.lasting);
    }
  }

  /** What a campaign cost and brought by first touch; money by currency. */
  public record CampaignFigures(
      long clicks,
      long conversations,
      Steps journeys,
      Map<String, Long> revenue,
      Map<String, Long> spendCents) {}

  /** The same of one ad on one day. */
  public record AdDay(
      String day,
      String campaign,
      String ad,
      long clicks,
      Steps journeys,
      Map<String, Long> revenue,
      Map<String, Long> spendCents) {}

  /** In milliseconds. */
  public record ResponseTimes(long count, long p50, long p95, double mean) {}
}
