package io.rihla.jobs.questions.asking;

import io.rihla.jobs.questions.clustering.Meaning;
import io.rihla.schemas.conversation.Intent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the parts of bursts together, in whatever order they come. */
final class Bursts {
  /** Whoever greets, thanks, agrees or names a month asks nothing. */
  private static final Set<String> QUESTIONS =
      Set.of(Intent.DETAILS.name(), Intent.PAYMENT.name(), Intent.OTHER.name());

  private static final int LONGEST = 500;

  private Bursts() {}

  /** A burst of which everything is known; without a question when it asks nothing. */
  record Complete(List<BurstPart> parts, Optional<Question> question) {}

  static List<Complete> complete(
      String customerKey, String conversationId, Collection<BurstPart> parts) {
    Map<String, BurstPart> texts = new HashMap<>();
    Map<String, BurstPart> thoughts = new HashMap<>();
    Map<String, BurstPart> answers = new HashMap<>();
    Set<BurstPart> intents = new TreeSet<>(java.util.Comparator.comparingLong(BurstPart::seq));
    for (BurstPart part : parts) {
      switch (part.kind()) {
        case TEXT -> texts.put(part.messageIds(), part);
        case THOUGHT -> part.messages().forEach(message -> newest(thoughts, message, part));
        case ANSWER -> answers.put(part.thoughtId(), part);
        case INTENT -> intents.add(part);
      }
    }
    List<Complete> complete = new ArrayList<>();
    for (BurstPart intent : intents) {
      BurstPart thought = thoughts.get(intent.messageIds());
      BurstPart answer = thought == null ? null : answers.get(thought.thoughtId());
      if (thought != null && answer != null && texts.keySet().containsAll(thought.messages())) {
        List<BurstPart> said = thought.messages().stream().map(texts::get).toList();
        List<BurstPart> used = new ArrayList<>(said);
        used.addAll(List.of(thought, answer, intent));
        complete.add(
            new Complete(
                used, question(customerKey, conversationId, said, thought, answer, intent)));
      }
    }
    return complete;
  }

  /** A thought that was superseded asked for fewer messages than the one that was answered. */
  private static void newest(Map<String, BurstPart> thoughts, String message, BurstPart thought) {
    thoughts.merge(message, thought, (one, other) -> one.seq() > other.seq() ? one : other);
  }

  private static Optional<Question> question(
      String customerKey,
      String conversationId,
      List<BurstPart> said,
      BurstPart thought,
      BurstPart answer,
      BurstPart intent) {
    String text =
        said.stream()
            .map(BurstPart::text)
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining("\n"));
    if (text.isBlank() || !QUESTIONS.contains(intent.intent())) {
      return Optional.empty();
    }
    return Optional.of(
        new Question(
            intent.messageIds(),
            customerKey,
            conversationId,
            intent.journey(),
            text.length() > LONGEST ? text.substring(0, LONGEST) : text,
            said.getLast().at(),
            answer.language(),
            intent.intent(),
            intent.topic(),
            thought.thoughtId(),
            intent.partition(),
            intent.offset(),
            Meaning.UNKNOWN));
  }
}
