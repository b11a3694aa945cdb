package io.rihla.jobs.questions.asking;

/**
 * What a burst of messages asks.
 *
 * @param questionId id of the last message of the burst
 * @param text the texts of the burst, a line each
 * @param askedAt in epoch milliseconds
 * @param language as the brain answered it; empty while it has not
 * @param thoughtId what the brain was asked
 * @param partition of the event that says what was meant
 * @param offset of that event
 * @param meaning features of its embedding, none without one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Question(
    String questionId,
    String customerKey,
    String conversationId,
    int journey,
    String text,
    long askedAt,
    String language,
    String intent,
    String topic,
    String thoughtId,
    int partition,
    long offset,
    int[] meaning) {
  public Question meaning(int[] features) {
    return new Question(
        questionId,
        customerKey,
        conversationId,
        journey,
        text,
        askedAt,
        language,
        intent,
        topic,
        thoughtId,
        partition,
        offset,
        features);
  }
}
