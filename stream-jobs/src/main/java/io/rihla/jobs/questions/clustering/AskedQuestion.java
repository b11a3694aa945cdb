package io.rihla.jobs.questions.clustering;

/**
 * A question as it came in.
 *
 * @param id unique; a new cluster takes its id from it
 * @param at when it was asked, in epoch milliseconds
 * @param language class of language, e.g. {@code ID}
 * @param meaning what {@link Meaning} made of its embedding, {@link Meaning#UNKNOWN} without one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AskedQuestion(String id, String text, long at, String language, int[] meaning) {
  public AskedQuestion(String id, String text, long at, String language) {
    this(id, text, at, language, Meaning.UNKNOWN);
  }
}
