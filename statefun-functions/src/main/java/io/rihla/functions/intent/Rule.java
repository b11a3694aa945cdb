package io.rihla.functions.intent;

import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a phrase says. Under a head as {@code DETAILS/PAYMENT? -HUMAN --PAYMENT} stand its phrases,
 * indented: the intent ({@code NONE} for none), its topic, {@code ?} if it only suggests it, and
 * the intents it takes away, {@code -} where they touch the phrase and {@code --} in the whole
 * text.
 */
record Rule(
    Optional<Intent> intent,
    TopicOfQuestion topic,
    boolean suggests,
    Set<Intent> takesAwayHere,
    Set<Intent> takesAwayEverywhere,
    Phrase phrase) {

  static List<Rule> read(List<String> lines, UnaryOperator<String> spelling) {
    List<Rule> rules = new ArrayList<>();
    String head = "";
    for (String line : lines) {
      if (Character.isWhitespace(line.charAt(0))) {
        rules.add(of(head, new Phrase(line, spelling)));
      } else {
        head = line;
      }
    }
    return rules;
  }

  boolean takesAway() {
    return !takesAwayHere.isEmpty() || !takesAwayEverywhere.isEmpty();
  }

  boolean takesAway(Intent other, boolean touching) {
    return takesAwayEverywhere.contains(other) || (touching && takesAwayHere.contains(other));
  }

  private static Rule of(String head, Phrase phrase) {
    String[] parts = head.split("\\s+", -1);
    boolean suggests = parts[0].endsWith("?");
    String[] meaning = parts[0].replace("?", "").split("/", -1);
    Set<Intent> here = EnumSet.noneOf(Intent.class);
    Set<Intent> everywhere = EnumSet.noneOf(Intent.class);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("--")) {
        everywhere.add(Intent.valueOf(parts[i].substring(2)));
      } else {
        here.add(Intent.valueOf(parts[i].substring(1)));
      }
    }
    return new Rule(
        meaning[0].equals("NONE") ? Optional.empty() : Optional.of(Intent.valueOf(meaning[0])),
        meaning.length > 1 ? TopicOfQuestion.valueOf(meaning[1]) : TopicOfQuestion.OTHER,
        suggests,
        here,
        everywhere,
        phrase);
  }
}
