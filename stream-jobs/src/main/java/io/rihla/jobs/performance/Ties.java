package io.rihla.jobs.performance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which messages a thought was about, which reply it became, and what was escalated with it. */
record Ties(
    Map<String, Long> receivedAt,
    Map<String, List<String>> messagesOfThought,
    Map<String, String> thoughtOfReply,
    Map<String, Long> firstPartOfReply,
    Map<String, Long> firstPartOfThought,
    Map<String, String> escalationByCause) {
  static Ties of(List<Moment> inOrder) {
    Ties ties =
        new Ties(
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>());
    inOrder.forEach(ties::tie);
    ties.thoughtOfReply.forEach(
        (reply, thought) -> {
          Long sent = ties.firstPartOfReply.get(reply);
          if (sent != null) {
            ties.firstPartOfThought.merge(thought, sent, Math::min);
          }
        });
    return ties;
  }

  private void tie(Moment moment) {
    switch (moment.kind()) {
      case MESSAGE -> receivedAt.merge(moment.subject(), moment.number(), Math::min);
      case THOUGHT -> messagesOfThought.putIfAbsent(moment.subject(), moment.related());
      case REPLY -> thoughtOfReply.putIfAbsent(moment.subject(), moment.related().get(0));
      case SENT -> firstPartOfReply.merge(moment.subject(), moment.time(), Math::min);
      case ESCALATED -> escalationByCause.putIfAbsent(moment.cause(), moment.subject());
      case ANSWER, HUMAN_WROTE, HANDED_OVER, RESOLVED, RATED -> {
        // tied by others
      }
    }
  }

  /** When the first message that a thought was about reached us. */
  @Nullable Long receivedAt(String thought) {
    return messagesOfThought.getOrDefault(thought, List.of()).stream()
        .map(receivedAt::get)
        .filter(Objects::nonNull)
        .min(Long::compare)
        .orElse(null);
  }

  @Nullable Long firstPartAt(String thought) {
    return firstPartOfThought.get(thought);
  }

  /** Why the decision with this cause escalated, empty if it did not. */
  String escalation(String cause) {
    return escalationByCause.getOrDefault(cause, "");
  }
}
