package io.rihla.functions.brain.grounding;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer wishes: how many travel, in which month, for how much at most. What the newest
 * message says counts; older ones fill what it leaves open.
 */
public record Wishes(Optional<Integer> people, Optional<Month> month, Optional<Long> budget) {
  private static final Wishes NONE =
      new Wishes(Optional.empty(), Optional.empty(), Optional.empty());

  public static Wishes none() {
    return NONE;
  }

  public static Wishes in(String message) {
    Set<Integer> people = People.in(message);
    List<Month> months = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    for (Claim claim : Claims.in(PlainText.of(message))) {
      if (claim instanceof Claim.Month month) {
        months.add(Month.of(month.month()));
      } else if (claim instanceof Claim.Day day) {
        months.add(Month.of(day.month()));
      } else if (claim instanceof Claim.Money money) {
        amounts.add((long) money.amount());
      }
    }
    return new Wishes(
        people.stream().max(Integer::compare),
        months.stream().findFirst(),
        amounts.stream().max(Long::compare));
  }

  public Wishes orElse(Wishes older) {
    return new Wishes(people.or(older::people), month.or(older::month), budget.or(older::budget));
  }

  public boolean isEmpty() {
    return people.isEmpty() && month.isEmpty() && budget.isEmpty();
  }
}
