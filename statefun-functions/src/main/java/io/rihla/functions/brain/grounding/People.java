package io.rihla.functions.brain.grounding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How many travel, as customers write it: "4 orang", "berempat", "2 dewasa 1 anak", "4". */
public final class People {
  private static final int MOST = 60;
  private static final Map<String, Integer> TOGETHER =
      Map.of(
          "sendiri",
          1,
          "sendirian",
          1,
          "berdua",
          2,
          "bertiga",
          3,
          "berempat",
          4,
          "berlima",
          5,
          "berenam",
          6,
          "bertujuh",
          7,
          "couple",
          2);
  private static final Pattern TOGETHER_WORD =
      Pattern.compile(
          "(?<!\\p{L})(?:%s|ber ?(\\d{1,2}))(?![\\p{L}\\d])"
              .formatted(String.join("|", TOGETHER.keySet())));
  private static final Pattern ALONE =
      Pattern.compile("\\D{0,20}?(\\d{1,2}+)(?![.,:/]?\\d)\\D{0,20}");

  private People() {}

  /** Every count a message names, and their sum: two adults and a child are three. */
  public static Set<Integer> in(String message) {
    String plain = PlainText.of(message);
    Set<Integer> counts = new TreeSet<>();
    List<Claim> claims = Claims.in(plain);
    int sum = 0;
    for (Claim claim : claims) {
      if (claim instanceof Claim.People people) {
        counts.add(people.people());
        sum += people.people();
      } else if (claim instanceof Claim.Seats seats) {
        counts.add(seats.seats());
      }
    }
    counts.add(sum);
    TOGETHER_WORD.matcher(plain).results().map(People::together).forEach(counts::add);
    var alone = ALONE.matcher(plain);
    if (claims.isEmpty() && alone.matches()) {
      counts.add(Integer.valueOf(alone.group(1)));
    }
    counts.removeIf(count -> count < 1 || count > MOST);
    return counts;
  }

  private static int together(MatchResult match) {
    return match.group(1) != null
        ? Integer.parseInt(match.group(1))
        : TOGETHER.getOrDefault(match.group(), 0);
  }
}
