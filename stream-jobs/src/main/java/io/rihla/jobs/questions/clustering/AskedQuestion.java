package io.rihla.jobs.questions.clustering;

/**
 * A question as it came in.
 *
 * @param id unique; a new cluster takes its id from it
 * @param at when it was asked, in epoch milliseconds
 * @param language class of language, e.g. {@code ID}
 */
public record AskedQuestion(String id, String text, long at, String language) {}
