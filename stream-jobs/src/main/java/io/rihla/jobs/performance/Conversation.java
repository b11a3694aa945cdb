package io.rihla.jobs.performance;

import io.rihla.jobs.performance.Moment.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The episodes and answers that a stretch of moments makes, told only from the moments and their
 * order in time.
 */
record Conversation(Map<Long, Episode> episodes, Map<String, AnswerRow> answers) {
  static final Conversation NONE = new Conversation(Map.of(), Map.of());

  static Conversation of(List<Moment> inOrder, TokenPrices prices) {
    Map<Long, Episode> episodes = new LinkedHashMap<>();
    Map<String, Long> episodeOfThought = new HashMap<>();
    Set<String> ratings = causesOf(inOrder, Kind.RATED);
    OpenEpisode current = null;
    for (Moment moment : inOrder) {
      boolean message = moment.kind() == Kind.MESSAGE && !ratings.contains(moment.cause());
      if (message && (current == null || current.hasEndedBy(moment.time()))) {
        keep(current, episodes);
        current = new OpenEpisode(moment);
      }
      if (current != null && (message || moment.kind() != Kind.MESSAGE)) {
        current.add(moment);
        if (moment.kind() == Kind.ANSWER) {
          episodeOfThought.put(moment.subject(), current.firstSeq());
        }
      }
    }
    keep(current, episodes);
    return new Conversation(episodes, answers(inOrder, episodeOfThought, prices));
  }

  private static void keep(@Nullable OpenEpisode episode, Map<Long, Episode> episodes) {
    if (episode != null) {
      episodes.put(episode.firstSeq(), episode.close());
    }
  }

  private static Set<String> causesOf(List<Moment> moments, Kind kind) {
    Set<String> causes = new HashSet<>();
    for (Moment moment : moments) {
      if (moment.kind() == kind) {
        causes.add(moment.cause());
      }
    }
    return causes;
  }

  private static Map<String, AnswerRow> answers(
      List<Moment> moments, Map<String, Long> episodes, TokenPrices prices) {
    Ties ties = Ties.of(moments);
    Map<String, AnswerRow> answers = new LinkedHashMap<>();
    for (Moment moment : moments) {
      Answer answer = moment.answer();
      if (answer != null) {
        String thought = moment.subject();
        answers.putIfAbsent(
            thought,
            new AnswerRow(
                thought,
                moment.journey(),
                moment.time(),
                ties.receivedAt(thought),
                ties.firstPartAt(thought),
                answer,
                prices.of(answer.inputTokens(), answer.outputTokens()),
                ties.escalation(moment.cause()),
                episodes.getOrDefault(thought, 0L)));
      }
    }
    return answers;
  }

  /** The values of a map that another does not have like this. */
  static <K, V> List<V> changed(Map<K, V> before, Map<K, V> after) {
    List<V> changed = new ArrayList<>();
    after.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            changed.add(value);
          }
        });
    return changed;
  }

  /** The values of a map whose keys another no longer has. */
  static <K, V> List<V> withdrawn(Map<K, V> before, Map<K, V> after) {
    List<V> withdrawn = new ArrayList<>();
    before.forEach(
        (key, value) -> {
          if (!after.containsKey(key)) {
            withdrawn.add(value);
          }
        });
    return withdrawn;
  }
}
