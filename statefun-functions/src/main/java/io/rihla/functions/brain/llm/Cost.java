package io.rihla.functions.brain.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.rihla.functions.brain.Amended;
import io.rihla.schemas.functions.Thought;
import org.jspecify.annotations.Nullable;

/** What the calls of one thought have cost so far. */
final class Cost {
  private static final int LETTERS_PER_TOKEN = 3;

  private final long began = System.nanoTime();
  private int input;
  private int output;

  /** Counts a response; a server that does not say its tokens is estimated by its letters. */
  long add(ChatResponse response) {
    TokenUsage usage = response.tokenUsage();
    String text = response.aiMessage().text();
    int in = number(usage == null ? null : usage.inputTokenCount(), 1_000);
    int out =
        number(
            usage == null ? null : usage.outputTokenCount(),
            text == null ? 0 : text.length() / LETTERS_PER_TOKEN);
    input += in;
    output += out;
    return (long) in + out;
  }

  Thought on(Thought thought) {
    return Amended.cost(thought, (System.nanoTime() - began) / 1_000_000, input, output);
  }

  private static int number(@Nullable Integer said, int estimate) {
    return said == null ? estimate : said;
  }
}
