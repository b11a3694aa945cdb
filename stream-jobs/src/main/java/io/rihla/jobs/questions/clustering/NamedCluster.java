package io.rihla.jobs.questions.clustering;

/** A cluster and its most central short question, in the customers' own words. */
public record NamedCluster(String id, String label) {}
