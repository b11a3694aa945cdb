package io.rihla.jobs.questions;

import io.rihla.jobs.questions.asking.Question;

/**
 * A question and its cluster.
 *
 * @param formerIds what merged into the cluster lately, separated by spaces
 */
public record ClusteredQuestion(
    Question question, String clusterId, String formerIds, double similarity) {}
