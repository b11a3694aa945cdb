package io.rihla.functions.intent;

import io.rihla.schemas.conversation.Intent;
import java.util.ArrayList;
import java.util.List;

/** A rule that applies to the tokens from start to end. */
record Evidence(Rule rule, int start, int end, boolean exact) {
  static List<Evidence> collect(List<Token> tokens, PhraseIndex<Rule> rules) {
    List<Evidence> found = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      for (Rule rule : rules.startingAt(tokens.get(at))) {
        int end = rule.phrase().match(tokens, at);
        if (end > at) {
          boolean exact = tokens.subList(at, end).stream().allMatch(Token::exact);
          found.add(new Evidence(rule, at, end, exact));
        }
      }
    }
    return found;
  }

  boolean means(Intent intent) {
    return rule.intent().filter(intent::equals).isPresent();
  }

  /** A phrase that holds the other within itself has already reckoned with it. */
  boolean isTakenAwayBy(Evidence other) {
    if (equals(other) || rule.intent().isEmpty()) {
      return false;
    }
    boolean touching = start < other.end && other.start < end;
    boolean holds =
        start <= other.start && other.end <= end && end - start > other.end - other.start;
    return other.rule.takesAway(rule.intent().get(), touching && !holds);
  }
}
