package io.rihla.functions.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.conversation.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LabelledPhrasesTest {
  private static final double LEAST = 0.95;

  private final IntentRules rules = new IntentRules();
  private final LabelledPhrases phrases = LabelledPhrases.read("labelled.tsv");

  private record Figures(Intent intent, long right, long said, long meant) {
    double precision() {
      return said == 0 ? 1 : (double) right / said;
    }

    double recall() {
      return meant == 0 ? 1 : (double) right / meant;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-12s precision %.3f  recall %.3f  (%d of %d said, %d meant)",
          intent,
          precision(),
          recall(),
          right,
          said,
          meant);
    }
  }

  @Test
  void everyIntentIsPreciseAndRecalled() {
    List<Figures> all = figures("all", phrases);
    figures("held out", phrases.heldOut());
    printWrongOnes();
    assertThat(all)
        .allSatisfy(
            figures -> {
              assertThat(figures.precision()).as(figures.toString()).isGreaterThanOrEqualTo(LEAST);
              assertThat(figures.recall()).as(figures.toString()).isGreaterThanOrEqualTo(LEAST);
            });
  }

  /** Once in a while a phrase is wrong; the rules may not lose more than that. */
  @Test
  void furtherWordingsAreUnderstood() {
    LabelledPhrases further = LabelledPhrases.read("further.tsv");
    long right = further.all().stream().filter(p -> said(p) == p.intent()).count();
    System.out.printf(Locale.ROOT, "further: %d of %d right%n", right, further.all().size());
    assertThat((double) right / further.all().size()).isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void theSetIsLargeAndHard() {
    long hard = phrases.all().stream().filter(LabelledPhrases.Phrase::hard).count();
    assertThat(phrases.all()).hasSizeGreaterThanOrEqualTo(600);
    assertThat((double) hard / phrases.all().size()).isGreaterThanOrEqualTo(0.4);
  }

  private List<Figures> figures(String title, LabelledPhrases set) {
    List<Figures> figures = new ArrayList<>();
    System.out.printf(Locale.ROOT, "== %s: %d phrases%n", title, set.all().size());
    for (Intent intent : Intent.values()) {
      long meant = set.all().stream().filter(p -> p.intent() == intent).count();
      long said = set.all().stream().filter(p -> said(p) == intent).count();
      long right =
          set.all().stream().filter(p -> p.intent() == intent && said(p) == intent).count();
      figures.add(new Figures(intent, right, said, meant));
      System.out.println(figures.getLast());
    }
    long topics = set.all().stream().filter(p -> p.topic().isPresent()).count();
    long rightTopics =
        set.all().stream()
            .filter(p -> p.topic().isPresent())
            .filter(p -> rules.understand(p.text()).topic() == p.topic().get())
            .count();
    System.out.printf(Locale.ROOT, "topics       %d of %d right%n", rightTopics, topics);
    return figures;
  }

  /** The held-out ones stay unseen. */
  private void printWrongOnes() {
    phrases.all().stream()
        .filter(p -> !p.heldOut())
        .forEach(
            p -> {
              Understanding found = rules.understand(p.text());
              if (found.intent() != p.intent()
                  || (p.topic().isPresent() && p.topic().get() != found.topic())) {
                System.out.printf(
                    Locale.ROOT,
                    "wrong: %s | meant %s %s, said %s %s %.2f%n",
                    p.text(),
                    p.intent(),
                    p.topic().map(Enum::name).orElse("-"),
                    found.intent(),
                    found.topic(),
                    found.confidence());
              }
            });
  }

  private Intent said(LabelledPhrases.Phrase phrase) {
    return rules.understand(phrase.text()).intent();
  }
}
