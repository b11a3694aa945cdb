package io.rihla.functions.brain.grounding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an amount is called a down payment where it stands: as a price it would be an invention.
 */
final class DownPayment {
  private static final int BEFORE = 60;
  private static final int AFTER = 25;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?<down>\\bdp|uang muka|down ?payment|deposit|booking fee|tanda jadi|panjar|دفعة أولى|الدفعة الأولى|عربون|مقدم)"
              + "|harga|biaya|tarif|price|cost|سعر|تكلفة|total");

  private DownPayment() {}

  /** True when every place where the amount stands is labelled so. */
  static boolean isMeant(String text, String shown) {
    String amount = shown.strip();
    int at = text.indexOf(amount);
    while (at >= 0) {
      boolean whole = at == 0 || "0123456789.,".indexOf(text.charAt(at - 1)) < 0;
      if (whole && !labelled(text, at, at + amount.length())) {
        return false;
      }
      at = text.indexOf(amount, at + amount.length());
    }
    return true;
  }

  private static boolean labelled(String text, int start, int end) {
    Matcher matcher = LABEL.matcher(text.substring(Math.max(0, start - BEFORE), start));
    boolean found = false;
    boolean down = false;
    while (matcher.find()) {
      found = true;
      down = matcher.group("down") != null;
    }
    if (found) {
      return down;
    }
    Matcher after = LABEL.matcher(text.substring(end, Math.min(text.length(), end + AFTER)));
    return after.find() && after.group("down") != null;
  }
}
