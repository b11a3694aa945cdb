package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.ConversationEvent;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Lets a season happen in the order in which the desk learns of things, and remembers only the
 * customers who will write again. Some events are written twice, as after a crash.
 */
final class Unfolding {
  private static final double TWICE = 0.004;
  private static final long AGAIN_WITHIN = 600_000;

  private record Pending(long at, long order, ConversationEvent event) {}

  private final Season season;
  private final Log log;
  private final Life life;
  private final Ledger ledger;
  private final Dice doubles;
  private final PriorityQueue<Telling> due =
      new PriorityQueue<>(
          Comparator.<Telling>comparingLong(telling -> telling.customer.nextAt)
              .thenComparing(telling -> telling.customer.key));
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparingLong(Pending::at).thenComparingLong(Pending::order));
  private long order;
  private long events;

  private Unfolding(Season season, Log log) {
    this.season = season;
    this.log = log;
    this.life = new Life(season);
    this.ledger = new Ledger(season);
    this.doubles = new Dice(season.seed(), -2);
  }

  /** Writes the whole season and gives the figures it must lead to. */
  static AnswerKey of(Season season, Log log) {
    return new Unfolding(season, log).unfold();
  }

  private AnswerKey unfold() {
    new Advertising(season, ledger, log).run();
    long[] arrivals = Arrivals.of(season);
    int next = 0;
    while (next < arrivals.length || !due.isEmpty()) {
      Telling known = due.peek();
      boolean arrives =
          next < arrivals.length && (known == null || arrivals[next] <= known.customer.nextAt);
      if (arrives) {
        write(arrivals[next]);
        happen(new Telling(season.session(), new Customer(season, next, arrivals[next])));
        next++;
      } else if (known != null) {
        write(known.customer.nextAt);
        due.remove();
        happen(known);
      }
    }
    write(Long.MAX_VALUE);
    return ledger.close(events);
  }

  private void happen(Telling telling) {
    Customer customer = telling.customer;
    Journey before = customer.journey;
    for (Deed deed : life.next(customer).deeds()) {
      ledger.happened(customer, deed);
      Chronicler.write(telling, deed);
    }
    for (ConversationEvent event : telling.take()) {
      events++;
      pending.add(new Pending(event.recordedAt(), order++, event));
      if (doubles.chance(TWICE)) {
        long again = event.recordedAt() + doubles.between(0L, AGAIN_WITHIN);
        pending.add(new Pending(again, order++, event));
      }
    }
    Journey now = customer.journey;
    if (before != null && before != now) {
      ledger.over(customer, before);
    }
    if (customer.next != Customer.Next.NOTHING) {
      due.add(telling);
    } else if (now != null) {
      ledger.over(customer, now);
      ledger.gone(customer);
    }
  }

  private void write(long until) {
    for (Pending first = pending.peek();
        first != null && first.at() < until;
        first = pending.peek()) {
      log.event(first.event());
      pending.remove();
    }
  }
}
