package io.rihla.functions.brain;

import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.functions.Turn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who said what in the conversation a thought is about. */
public final class Conversed {
  /** The author of a line of history that the customer wrote. */
  static final String CUSTOMER = "customer";

  private Conversed() {}

  /** What the customer wrote, the oldest first. */
  public static List<String> customer(ThoughtRequest request) {
    return Stream.concat(
            request.history().stream()
                .filter(turn -> turn.author().equals(CUSTOMER))
                .map(Turn::text),
            request.burst().stream().map(BurstMessage::text).filter(Objects::nonNull))
        .toList();
  }
}
