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

  private static final String TRAVELLERS = "Travellers: ";
  private static final String MONTH = "Month: ";

  private Conversed() {}

  /** What the customer wrote, the oldest first. */
  public static List<String> customer(ThoughtRequest request) {
    return Stream.concat(Stream.concat(longAgo(request), said(request)), waiting(request)).toList();
  }

  /** What the summary kept of it: how many travel, and when. */
  private static Stream<String> longAgo(ThoughtRequest request) {
    String summary = request.summary();
    return summary == null
        ? Stream.empty()
        : summary
            .lines()
            .flatMap(
                line ->
                    Stream.of(
                            line.startsWith(TRAVELLERS)
                                ? line.substring(TRAVELLERS.length()) + " orang"
                                : "",
                            line.startsWith(MONTH) ? line.substring(MONTH.length()) : "")
                        .filter(text -> !text.isEmpty()));
  }

  private static Stream<String> said(ThoughtRequest request) {
    return request.history().stream()
        .filter(turn -> turn.author().equals(CUSTOMER))
        .map(Turn::text);
  }

  private static Stream<String> waiting(ThoughtRequest request) {
    return request.burst().stream().map(BurstMessage::text).filter(Objects::nonNull);
  }
}
