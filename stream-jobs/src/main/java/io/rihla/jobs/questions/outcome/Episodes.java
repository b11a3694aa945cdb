package io.rihla.jobs.questions.outcome;

import io.rihla.jobs.questions.ClusteredQuestion;
import io.rihla.jobs.questions.outcome.Moment.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The episodes of a customer and how their questions ended. An episode ends after 24 hours of
 * silence or when a human resolved it. The same moments give the same outcomes in whatever order
 * they became known.
 */
final class Episodes {
  private static final long SILENCE = Duration.ofHours(24).toMillis();

  private Episodes() {}

  static Map<String, Outcome> outcomes(
      Collection<Moment> moments, Collection<ClusteredQuestion> questions) {
    List<Moment> ordered =
        moments.stream()
            .sorted(Comparator.comparingLong(Moment::at).thenComparingLong(Moment::seq))
            .toList();
    List<ClusteredQuestion> asked =
        questions.stream()
            .sorted(
                Comparator.comparingLong((ClusteredQuestion one) -> one.question().askedAt())
                    .thenComparingLong(one -> one.question().offset()))
            .toList();
    List<Long> ends = ends(ordered);
    Set<String> answered =
        ordered.stream()
            .filter(moment -> moment.kind() == Kind.ANSWER)
            .map(Moment::thoughtId)
            .collect(Collectors.toSet());
    Map<String, Outcome> outcomes = new HashMap<>();
    for (int at = 0; at < asked.size(); at++) {
      ClusteredQuestion one = asked.get(at);
      int episode = episode(ends, one.question().askedAt());
      outcomes.put(
          one.question().questionId(),
          new Outcome(
              answered.contains(one.question().thoughtId()),
              ordered.stream()
                  .anyMatch(
                      moment ->
                          moment.kind() == Kind.ESCALATION
                              && episode(ends, moment.at()) == episode),
              asked.subList(at + 1, asked.size()).stream()
                  .anyMatch(
                      later ->
                          episode(ends, later.question().askedAt()) == episode
                              && sameCluster(one, later))));
    }
    return outcomes;
  }

  /** The last instants of the episodes, all but of the one that goes on. */
  private static List<Long> ends(List<Moment> ordered) {
    List<Long> ends = new ArrayList<>();
    for (int at = 0; at + 1 < ordered.size(); at++) {
      Moment moment = ordered.get(at);
      boolean silence = ordered.get(at + 1).at() - moment.at() > SILENCE;
      if (silence || moment.kind() == Kind.RESOLVE) {
        ends.add(moment.at());
      }
    }
    return ends;
  }

  private static int episode(List<Long> ends, long at) {
    int episode = 0;
    while (episode < ends.size() && ends.get(episode) < at) {
      episode++;
    }
    return episode;
  }

  private static boolean sameCluster(ClusteredQuestion one, ClusteredQuestion later) {
    return one.clusterId().equals(later.clusterId())
        || contains(later.formerIds(), one.clusterId())
        || contains(one.formerIds(), later.clusterId());
  }

  private static boolean contains(String ids, String id) {
    return List.of(ids.split(" ")).contains(id);
  }
}
