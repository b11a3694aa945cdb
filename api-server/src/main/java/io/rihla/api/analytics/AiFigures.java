package io.rihla.api.analytics;

import org.jspecify.annotations.Nullable;

/**
 * How the AI did. Response time: from the receipt of a burst's first message to the first part that
 * WAHA accepted; values in seconds.
 *
 * @param successfulConversations episodes with an AI answer and no escalation / episodes
 * @param escalationRate episodes with an escalation / episodes
 * @param satisfactionScore mean of the ratings from 1 to 5, null without any
 */
public record AiFigures(
    String avgResponseTime,
    @Nullable Double avgResponseTimeValue,
    String p50ResponseTime,
    @Nullable Double p50ResponseTimeValue,
    String p95ResponseTime,
    @Nullable Double p95ResponseTimeValue,
    String successfulConversations,
    @Nullable Double successfulConversationsValue,
    String escalationRate,
    @Nullable Double escalationRateValue,
    @Nullable Double satisfactionScore,
    long answers,
    long episodes,
    long successful,
    long escalated,
    long ratings) {

  /** Seconds from a message to its answer; null when nothing went out. */
  record Speed(long answers, @Nullable Double mean, @Nullable Double p50, @Nullable Double p95) {}

  /** What came of the episodes. */
  record Outcome(long episodes, long successful, long escalated, long ratings, long ratingSum) {}

  static AiFigures of(Speed speed, Outcome outcome) {
    Double success = Figures.ratio(outcome.successful(), outcome.episodes());
    Double escalation = Figures.ratio(outcome.escalated(), outcome.episodes());
    return new AiFigures(
        Figures.seconds(speed.mean()),
        Figures.rounded(speed.mean(), 3),
        Figures.seconds(speed.p50()),
        Figures.rounded(speed.p50(), 3),
        Figures.seconds(speed.p95()),
        Figures.rounded(speed.p95(), 3),
        Figures.percent(success),
        success,
        Figures.percent(escalation),
        escalation,
        Figures.rounded(Figures.ratio(outcome.ratingSum(), outcome.ratings()), 1),
        speed.answers(),
        outcome.episodes(),
        outcome.successful(),
        outcome.escalated(),
        outcome.ratings());
  }
}
