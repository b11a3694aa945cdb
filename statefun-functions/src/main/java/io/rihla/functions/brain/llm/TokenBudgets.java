package io.rihla.functions.brain.llm;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Tokens spent today, by all and by each customer. Kept in memory: a restart begins anew, and each
 * function server counts for itself.
 */
final class TokenBudgets {
  private final long daily;
  private final long perCustomer;
  private final Map<String, Long> spent = new HashMap<>();
  private LocalDate day = LocalDate.MIN;
  private long total;

  TokenBudgets(long daily, long perCustomer) {
    this.daily = daily;
    this.perCustomer = perCustomer;
  }

  synchronized boolean allows(String customer, LocalDate today) {
    turn(today);
    return total < daily && spent.getOrDefault(customer, 0L) < perCustomer;
  }

  synchronized void spend(String customer, LocalDate today, long tokens) {
    turn(today);
    total += tokens;
    spent.merge(customer, tokens, Long::sum);
  }

  private void turn(LocalDate today) {
    if (today.isAfter(day)) {
      day = today;
      total = 0;
      spent.clear();
    }
  }
}
