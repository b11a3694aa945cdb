package io.rihla.functions.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands Indonesian, Malay, English and Arabic chat by the words, idioms and rules under
 * {@code /intents}. Knows no state and no clock; the time it takes is bounded whatever the text.
 */
public final class IntentRules {
  private static final List<String> RULES =
      List.of(
          "rules-stop-anger.txt",
          "rules-human.txt",
          "rules-payment.txt",
          "rules-details.txt",
          "rules-smalltalk.txt");

  private final Vocabulary vocabulary = new Vocabulary();
  private final PhraseIndex<Idiom> phrases;
  private final PhraseIndex<Idiom> idioms;
  private final PhraseIndex<Rule> rules;
  private final Weighing weighing = new Weighing(DataFile.lines("order.txt"));

  private static final class Standard {
    static final IntentRules RULES = new IntentRules();
  }

  IntentRules() {
    List<Idiom> read = DataFile.lines("idioms.txt").stream().map(this::idiom).toList();
    List<Rule> ruled =
        Rule.read(
            RULES.stream().flatMap(name -> DataFile.lines(name).stream()).toList(),
            vocabulary::spelling);
    know(read, ruled);
    phrases = new PhraseIndex<>(vocabulary.phrases(), Idiom::phrase);
    idioms = new PhraseIndex<>(read, Idiom::phrase);
    rules = new PhraseIndex<>(ruled, Rule::phrase);
  }

  /** The rules that come with Rihla, read once; they can be shared. */
  public static IntentRules standard() {
    return Standard.RULES;
  }

  public Understanding understand(String text) {
    List<Token> tokens = tokens(text);
    return weighing.weigh(Evidence.collect(tokens, rules), tokens);
  }

  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (String piece : Spelling.pieces(text)) {
      Token token = vocabulary.token(piece);
      if (token.is("@but") && !tokens.isEmpty() && !tokens.getLast().is(",")) {
        tokens.add(Token.BREAK);
      }
      tokens.add(token);
    }
    return Idiom.join(Idiom.join(tokens, phrases), idioms);
  }

  private Idiom idiom(String line) {
    String[] sides = line.split("=>", -1);
    String[] concept = sides[1].strip().split("=", -1);
    return new Idiom(
        new Phrase(sides[0], vocabulary::spelling),
        vocabulary.widened(Set.of(concept[0].split("\\s+", -1))),
        concept.length > 1 ? Long.parseLong(concept[1]) : Token.NO_VALUE);
  }

  private void know(List<Idiom> read, List<Rule> ruled) {
    Set<String> known = vocabulary.concepts();
    known.addAll(Set.of("@number", "@tenths"));
    read.forEach(idiom -> known.addAll(idiom.symbols()));
    Set<String> named =
        Stream.concat(read.stream().map(Idiom::phrase), ruled.stream().map(Rule::phrase))
            .flatMap(phrase -> phrase.words().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>(named);
    unknown.removeIf(word -> !word.startsWith("@"));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "rules under /intents speak of concepts without words: "
              + unknown
              + "; add a 'concept: words' line");
    }
    named.removeIf(word -> word.startsWith("@"));
    vocabulary.know(named);
  }
}
