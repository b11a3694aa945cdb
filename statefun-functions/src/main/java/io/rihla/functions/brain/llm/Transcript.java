package io.rihla.functions.brain.llm;

import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.functions.Turn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The conversation as the model sees it; what a customer wrote stands between markers nobody knows.
 */
record Transcript(String marker) {
  private static final int TURNS = 16;
  private static final int LETTERS_OF_A_TURN = 500;
  private static final int LETTERS_OF_THE_SUMMARY = 2_000;
  private static final int LETTERS_OF_THE_NEWEST = 3_000;

  String of(ThoughtRequest request) {
    List<Turn> turns = request.history();
    String before =
        turns.subList(Math.max(0, turns.size() - TURNS), turns.size()).stream()
            .map(
                turn ->
                    turn.author().equals("customer")
                        ? fence(cut(turn.text(), LETTERS_OF_A_TURN))
                        : turn.author() + ": " + cut(turn.text(), LETTERS_OF_A_TURN))
            .collect(Collectors.joining("\n"));
    String summary = request.summary();
    return """
        What was said long ago, in short:
        %s
        The conversation so far:
        %s
        The customer is called %s. The last question to the customer: %s
        Answer this:
        %s"""
        .formatted(
            summary == null ? "(nothing)" : fence(cut(summary, LETTERS_OF_THE_SUMMARY)),
            before.isEmpty() ? "(nothing yet)" : before,
            fence(cut(Objects.requireNonNullElse(request.name(), "(unknown)"), 60)),
            Objects.requireNonNullElse(request.lastQuestion(), "(none)"),
            fence(cut(newest(request), LETTERS_OF_THE_NEWEST)));
  }

  /** What waits for an answer. */
  static String newest(ThoughtRequest request) {
    return request.burst().stream()
        .map(BurstMessage::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private String fence(String text) {
    return "<<%s>>\n%s\n<<end %s>>".formatted(marker, text.replace(marker, ""), marker);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
