package io.rihla.functions.brain;

import io.rihla.schemas.functions.ThoughtRequest;
import java.util.Optional;

/** What a customer's own words say, without any model. */
public final class Words {
  private final TopicWords topics = new TopicWords();

  /** Whether the customer wants to pay or register. */
  public boolean wantToPay(ThoughtRequest request) {
    return topics.find(Turns.text(request)).equals(Optional.of(TopicWords.Topic.PAYMENT));
  }
}
