package io.rihla.jobs.questions.clustering;

import java.util.List;
import java.util.Map;

/**
 * A cluster as people see it.
 *
 * @param label the most central short question, in the customers' own words
 * @param firstAt when its first question was asked, in epoch milliseconds
 * @param lastWeek questions of the seven days up to the latest one
 * @param weekBefore questions of the seven days before those
 */
public record ClusterView(
    String id,
    String label,
    List<String> examples,
    Map<String, Long> languages,
    long questions,
    long lastWeek,
    long weekBefore,
    long firstAt,
    long lastAt) {}
