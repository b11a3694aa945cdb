package io.rihla.launcher.waha;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every REST call that came in, newest last; the oldest are forgotten beyond {@link #KEPT}. */
final class CallLog {
  private static final int KEPT = 200_000;

  private final Deque<Call> calls = new ArrayDeque<>();
  private long seq;

  /** What became of a call. */
  enum Outcome {
    ANSWERED,
    SENT,
    /** the message id was there already: accepted, nothing new is shown */
    REPEATED,
    REFUSED,
    FAILED,
    /** sent, but the caller never hears of it */
    SENT_UNANSWERED,
    UNANSWERED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One call.
   *
   * @param seq counts the calls
   * @param at epoch ms of its arrival
   * @param status HTTP status, 0 when there was no answer
   * @param customer id of the chat's customer
   */
  record Call(
      long seq,
      long at,
      String method,
      String path,
      JsonNode body,
      int status,
      Outcome outcome,
      @Nullable String messageId,
      @Nullable String customer) {}

  synchronized void add(long at, String method, String path, JsonNode body, Answer answer) {
    calls.add(
        new Call(
            ++seq,
            at,
            method,
            path,
            body,
            answer.answered() ? answer.status() : 0,
            answer.outcome(),
            answer.messageId(),
            answer.customer()));
    if (calls.size() > KEPT) {
      calls.removeFirst();
    }
  }

  /**
   * @param since epoch ms, inclusive
   * @param after {@code seq} of the last call already known
   */
  synchronized List<Call> calls(long since, long after) {
    return calls.stream().filter(call -> call.at() >= since && call.seq() > after).toList();
  }
}
