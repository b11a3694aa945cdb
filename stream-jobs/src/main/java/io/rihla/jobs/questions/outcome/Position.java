package io.rihla.jobs.questions.outcome;

/** How far a customer's events are known, and the version of the latest row. */
public record Position(int partition, long offset, long version) {}
