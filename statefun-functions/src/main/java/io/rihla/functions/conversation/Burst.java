package io.rihla.functions.conversation;

import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.Turn;
import io.rihla.schemas.whatsapp.MessageKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a customer wrote in one go. */
final class Burst {
  private static final int TIMES = 3;
  private static final double SAME = 0.8;
  private static final int LEAST_WORDS = 2;
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PAYMENT_WORDS =
      Pattern.compile(
          "(?iu)\\b(bukti|transfer|trf|tf|ditransfer|dibayar|paid|receipt|resi|تحويل)\\b");

  private Burst() {}

  static List<BurstMessage> inOrder(List<BurstMessage> burst) {
    return burst.stream().sorted(Comparator.comparingLong(BurstMessage::occurredAt)).toList();
  }

  static String text(List<BurstMessage> burst) {
    return burst.stream()
        .map(BurstMessage::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  /** A picture or document that the words beside it call a proof of payment. */
  static boolean showsPayment(List<BurstMessage> burst) {
    boolean shown =
        burst.stream()
            .anyMatch(
                message ->
                    message.kind() == MessageKind.IMAGE || message.kind() == MessageKind.DOCUMENT);
    return shown && PAYMENT_WORDS.matcher(text(burst)).find();
  }

  /** Whether the history, which has this burst too, shows the same question three times. */
  static boolean askedForTheThirdTime(List<BurstMessage> burst, List<Turn> history) {
    Set<String> asked = words(text(burst));
    if (asked.size() < LEAST_WORDS) {
      return false;
    }
    return history.stream()
            .filter(turn -> turn.author().equals(Ledger.CUSTOMER))
            .filter(turn -> same(asked, words(turn.text())))
            .count()
        >= TIMES;
  }

  private static boolean same(Set<String> one, Set<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return shared.size() >= SAME * all.size();
  }

  private static Set<String> words(String text) {
    return WORD_BREAK
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
