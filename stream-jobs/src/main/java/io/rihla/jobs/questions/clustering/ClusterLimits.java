package io.rihla.jobs.questions.clustering;

import java.time.Duration;

/**
 * How much is remembered.
 *
 * @param clusters the weakest are forgotten beyond this many
 * @param features per cluster, the heaviest
 * @param halfLife after which a question counts half
 */
public record ClusterLimits(int clusters, int features, Duration halfLife) {
  public static final ClusterLimits STANDARD = new ClusterLimits(2_000, 256, Duration.ofDays(30));
}
