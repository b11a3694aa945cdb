package io.rihla.jobs.performance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An episode while its moments are read in order; lives only inside of {@link Conversation}. */
final class OpenEpisode {
  private static final long SILENCE = Duration.ofHours(24).toMillis();

  private final Moment first;
  private final List<String> escalations = new ArrayList<>();
  private final List<String> handovers = new ArrayList<>();
  private long lastMessageAt;
  private int in;
  private int out;
  private int answers;
  private @Nullable Long resolvedAt;
  private @Nullable Long rating;
  private @Nullable Answer firstAnswer;
  private @Nullable Answer lastAnswer;

  OpenEpisode(Moment first) {
    this.first = first;
    this.lastMessageAt = first.time();
  }

  long firstSeq() {
    return first.seq();
  }

  boolean hasEndedBy(long time) {
    return resolvedAt != null || time - lastMessageAt >= SILENCE;
  }

  void add(Moment moment) {
    boolean open = !hasEndedBy(moment.time());
    switch (moment.kind()) {
      case MESSAGE -> {
        in++;
        lastMessageAt = moment.time();
      }
      case SENT, HUMAN_WROTE -> {
        if (open) {
          out++;
          lastMessageAt = moment.time();
        }
      }
      case RESOLVED -> resolvedAt = open ? Long.valueOf(moment.time()) : resolvedAt;
      case ANSWER -> {
        answers++;
        firstAnswer = firstAnswer == null ? moment.answer() : firstAnswer;
        lastAnswer = moment.answer();
      }
      case ESCALATED -> escalations.add(moment.subject());
      case HANDED_OVER -> handovers.add(moment.subject());
      case RATED -> rating = moment.number();
      case THOUGHT, REPLY -> {
        // they tie answers to messages, not to episodes
      }
    }
  }

  Episode close() {
    return new Episode(
        first.seq(),
        first.journey(),
        first.time(),
        lastMessageAt,
        in,
        out,
        answers,
        List.copyOf(escalations),
        List.copyOf(handovers),
        resolvedAt,
        rating,
        firstAnswer,
        lastAnswer);
  }
}
