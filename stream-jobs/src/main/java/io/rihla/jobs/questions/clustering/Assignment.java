package io.rihla.jobs.questions.clustering;

import java.util.List;

/**
 * Where a question belongs.
 *
 * @param clusterId the cluster as it is called now
 * @param formerIds what merged into it lately: questions assigned to these are of the same cluster
 * @param similarity mean similarity to the questions in the cluster; 1 when it is the first
 * @param begun the cluster is new
 * @param changed the cluster is new, or is now called or exemplified by other words
 */
public record Assignment(
    String clusterId, List<String> formerIds, double similarity, boolean begun, boolean changed) {}
