package io.rihla.jobs.questions.clustering;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a text: whether it is a question at all, and what is compared of it. */
public final class QuestionReader {
  /** More features than this say nothing new. */
  static final int MOST_FEATURES = 96 + Meaning.TABLES;

  private static final int SHORTEST = 3;

  private final Vocabulary vocabulary;
  private final Wording wording;
  private final Features features;

  private QuestionReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.wording = new Wording(vocabulary);
    this.features = new Features(vocabulary);
  }

  public static QuestionReader standard() {
    return new QuestionReader(Vocabulary.standard());
  }

  /** Reads without synonyms: how the clustering does in a field nobody prepared it for. */
  public static QuestionReader withoutSynonyms() {
    return new QuestionReader(Vocabulary.withoutSynonyms());
  }

  /** Whether there is more to the text than greetings, thanks and yes or no. */
  public boolean isQuestion(String text) {
    List<String> words = Wording.split(text);
    int letters = words.stream().mapToInt(String::length).sum();
    return letters >= SHORTEST
        && words.stream()
            .anyMatch(
                word ->
                    !vocabulary.isSmallTalk(word) && word.chars().anyMatch(Character::isLetter));
  }

  /** What is compared of a question; empty when it is none. */
  public Optional<Map<Integer, Float>> read(String text) {
    return isQuestion(text) ? Optional.of(features.of(wording.of(text))) : Optional.empty();
  }

  Optional<Map<Integer, Float>> read(AskedQuestion question) {
    Optional<Map<Integer, Float>> read = read(question.text());
    read.ifPresent(words -> Meaning.add(words, question.meaning()));
    return read;
  }
}
