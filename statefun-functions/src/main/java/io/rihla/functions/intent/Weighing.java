package io.rihla.functions.intent;

import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses what matters most among what was found, and says how sure that is. */
final class Weighing {
  private static final double SAID = 0.95;
  private static final double SUGGESTED = 0.75;
  private static final double MISSPELT = 0.1;
  private static final double CONTRADICTED = 0.1;
  private static final double SMALL_PART = 0.1;
  private static final int LONG_TEXT = 25;
  private static final double TAKEN_BACK = 0.5;
  private static final double NOTHING_KNOWN = 0.3;

  private record Grade(Intent intent, boolean suggests) {
    boolean covers(Evidence evidence) {
      return evidence.means(intent) && evidence.rule().suggests() == suggests;
    }
  }

  private final List<Grade> priority;
  private final List<TopicOfQuestion> topicOrder;

  Weighing(List<String> lines) {
    priority =
        names(lines.get(0)).stream()
            .map(name -> new Grade(Intent.valueOf(name.replace("?", "")), name.endsWith("?")))
            .toList();
    topicOrder = names(lines.get(1)).stream().map(TopicOfQuestion::valueOf).toList();
  }

  Understanding weigh(List<Evidence> found, List<Token> tokens) {
    List<Evidence> takers = found.stream().filter(e -> e.rule().takesAway()).toList();
    List<Evidence> kept = new ArrayList<>();
    List<Evidence> takenBack = new ArrayList<>();
    for (Evidence evidence : found) {
      if (evidence.rule().intent().isPresent()) {
        (takers.stream().anyMatch(evidence::isTakenAwayBy) ? takenBack : kept).add(evidence);
      }
    }
    Set<Intent> intents = new LinkedHashSet<>();
    Evidence best = null;
    for (Grade grade : priority) {
      for (Evidence evidence : kept) {
        if (grade.covers(evidence)) {
          best = best == null ? evidence : best;
          intents.add(grade.intent());
        }
      }
    }
    boolean contradicted = !takenBack.isEmpty();
    List<TopicOfQuestion> topics = topics(kept);
    if (best == null) {
      double sure = contradicted ? TAKEN_BACK : NOTHING_KNOWN;
      return understanding(Intent.OTHER, List.of(), topics, sure, Slots.NONE);
    }
    Slots slots =
        takenBack.stream().anyMatch(e -> e.means(Intent.PREFERENCES))
            ? Slots.NONE
            : SlotReader.read(tokens);
    List<Intent> secondary = new ArrayList<>(intents);
    Intent intent = secondary.removeFirst();
    return understanding(
        intent, secondary, topics, sure(intent, best, kept, contradicted, tokens.size()), slots);
  }

  private static double sure(
      Intent intent, Evidence best, List<Evidence> kept, boolean contradicted, int length) {
    double sure = best.rule().suggests() ? SUGGESTED : SAID;
    sure -= kept.stream().anyMatch(e -> e.means(intent) && e.exact()) ? 0 : MISSPELT;
    sure -= contradicted ? CONTRADICTED : 0;
    sure -= length > LONG_TEXT ? SMALL_PART : 0;
    return sure;
  }

  private Understanding understanding(
      Intent intent,
      List<Intent> secondary,
      List<TopicOfQuestion> topics,
      double confidence,
      Slots slots) {
    TopicOfQuestion topic =
        switch (intent) {
          case GREETING -> TopicOfQuestion.GREETING;
          case PAYMENT -> TopicOfQuestion.PAYMENT;
          case PREFERENCES -> TopicOfQuestion.PREFERENCE;
          case DETAILS, HUMAN, ANGER, STOP, THANKS, AFFIRM, DENY, OTHER ->
              topics.isEmpty() ? TopicOfQuestion.OTHER : topics.getFirst();
        };
    return new Understanding(intent, secondary, topic, topics, confidence, slots);
  }

  private List<TopicOfQuestion> topics(List<Evidence> kept) {
    List<TopicOfQuestion> asked = new ArrayList<>(topics(kept, false));
    topics(kept, true).stream().filter(topic -> !asked.contains(topic)).forEach(asked::add);
    return asked;
  }

  private List<TopicOfQuestion> topics(List<Evidence> kept, boolean suggested) {
    return topicOrder.stream()
        .filter(
            topic ->
                kept.stream()
                    .filter(e -> e.means(Intent.DETAILS) && e.rule().suggests() == suggested)
                    .anyMatch(e -> e.rule().topic() == topic))
        .toList();
  }

  private static List<String> names(String line) {
    return List.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+", -1));
  }
}
