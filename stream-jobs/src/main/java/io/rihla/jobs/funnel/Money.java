package io.rihla.jobs.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a journey paid: all in one currency, that of its first payment. */
record Money(@Nullable Long firstPayment, long net, long refunded, String currency, int pax) {
  static Money of(List<Payment> inOrder) {
    List<Payment> in = inOrder.stream().filter(payment -> payment.amount() > 0).toList();
    if (in.isEmpty()) {
      return new Money(null, 0, 0, "", 0);
    }
    String currency = in.get(0).currency();
    List<Payment> counted =
        inOrder.stream().filter(payment -> payment.currency().equals(currency)).toList();
    return new Money(
        in.get(0).time(),
        counted.stream().mapToLong(Payment::amount).sum(),
        -counted.stream().mapToLong(payment -> Math.min(0, payment.amount())).sum(),
        currency,
        in.stream().mapToInt(Payment::pax).max().orElse(0));
  }
}
