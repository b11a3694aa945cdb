package io.rihla.functions.brain.checks;

import io.rihla.functions.brain.grounding.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What only a human may say: a discount, a guarantee, a confirmed payment or booking, something
 * about another customer, or about the brain's own instructions.
 */
final class Promises {
  private static final Pattern CLAUSES = Pattern.compile("[.!?\\n;,:؟]+");
  private static final Properties WORDS = load();

  private static final Pattern DISCOUNT = words("discount");
  private static final Pattern GIFT = words("gift");
  private static final Pattern NO_REFUSAL = words("no_refusal");
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?<!\\p{L})(?:%1$s)(?:\\s+\\p{L}+){0,4}\\s+(?:%2$s)|(?:%2$s)(?:\\s+\\p{L}+){0,4}\\s+(?:%1$s)(?!\\p{L})"
              .formatted(
                  WORDS.getProperty("negation"),
                  WORDS.getProperty("discount") + "|" + WORDS.getProperty("gift")));
  private static final Pattern GUARANTEE = words("guarantee");
  private static final Pattern CONFIRMED = words("confirmed");
  private static final Pattern OTHER_CUSTOMER = words("other_customer");
  private static final Pattern OWN_INSTRUCTIONS = words("own_instructions");

  private Promises() {}

  /** What the answer promises that no source says. */
  static List<String> faults(String answer, List<String> sources) {
    String plain = PlainText.of(answer);
    String known = PlainText.of(String.join("\n", sources));
    List<String> faults = new ArrayList<>();
    for (String clause : CLAUSES.split(plain, -1)) {
      String bare = NO_REFUSAL.matcher(clause).replaceAll(" ");
      boolean refused = REFUSED.matcher(bare).find();
      if (!refused && DISCOUNT.matcher(bare).find()) {
        faults.add("promises a discount: " + clause.strip());
      }
      if (!refused
          && GIFT.matcher(bare).results().anyMatch(gift -> unknown(bare, gift.start(), known))) {
        faults.add("promises a gift: " + clause.strip());
      }
      if (GUARANTEE.matcher(bare).results().anyMatch(word -> unknown(bare, word.start(), known))) {
        faults.add("gives a guarantee: " + clause.strip());
      }
    }
    if (CONFIRMED.matcher(plain).find()) {
      faults.add("confirms a payment or booking");
    }
    if (OTHER_CUSTOMER.matcher(plain).find()) {
      faults.add("speaks of another customer");
    }
    if (OWN_INSTRUCTIONS.matcher(plain).find()) {
      faults.add("speaks of its instructions");
    }
    return faults;
  }

  /** Whether the sources do not have the word together with the two that follow it. */
  private static boolean unknown(String clause, int start, String known) {
    String[] following = clause.substring(start).strip().split("\\s+", 4);
    int words = Math.min(following.length, 3);
    return !known.contains(String.join(" ", List.of(following).subList(0, words)));
  }

  private static Pattern words(String name) {
    return Pattern.compile("(?<!\\p{L})(?:%s)".formatted(WORDS.getProperty(name)));
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Promises.class.getResourceAsStream("/checks/promises.properties")) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
