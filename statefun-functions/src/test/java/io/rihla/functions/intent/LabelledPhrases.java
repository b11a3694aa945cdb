package io.rihla.functions.intent;

import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The labelled phrases; every fourth is held out: its text was not looked at while rules grew. */
record LabelledPhrases(List<Phrase> all) {
  private static final int HELD_OUT_EVERY = 4;

  record Phrase(
      String text, Intent intent, Optional<TopicOfQuestion> topic, boolean hard, boolean heldOut) {}

  static LabelledPhrases read(String name) {
    try (InputStream in = LabelledPhrases.class.getResourceAsStream("/intents/" + name)) {
      String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Phrase> phrases = new ArrayList<>();
      boolean hard = false;
      for (String line : file.lines().toList()) {
        if (line.startsWith("#")) {
          hard = line.equals("# hard");
          continue;
        }
        String[] columns = line.split("\t", -1);
        phrases.add(
            new Phrase(
                columns[0],
                Intent.valueOf(columns[1]),
                columns.length > 2
                    ? Optional.of(TopicOfQuestion.valueOf(columns[2]))
                    : Optional.empty(),
                hard,
                (phrases.size() + 1) % HELD_OUT_EVERY == 0));
      }
      return new LabelledPhrases(phrases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LabelledPhrases heldOut() {
    return new LabelledPhrases(all.stream().filter(Phrase::heldOut).toList());
  }
}
