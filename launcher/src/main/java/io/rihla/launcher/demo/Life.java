package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.Touch;
import io.rihla.schemas.functions.Ball;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a customer does next. Silences are clearly shorter or clearly longer than what ends
 * an episode or makes a drop-off, so that no figure hangs on a minute.
 */
final class Life {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final double LATE = 0.02;
  private static final double FORGOTTEN = 0.05;

  private final Season season;
  private final Talk talk;
  private final DeskWork desk;

  Life(Season season) {
    this.season = season;
    Speech speech = new Speech();
    this.talk = new Talk(season, speech);
    this.desk = new DeskWork(speech, talk);
  }

  /** The next sitting, due at the customer's {@code nextAt}; afterwards the one after it is due. */
  Visit next(Customer customer) {
    Visit visit = new Visit(customer, season.endMillis());
    Customer.Next what = customer.next;
    customer.next = Customer.Next.NOTHING;
    long at = customer.nextAt;
    switch (what) {
      case FIRST, COME_AGAIN -> comes(visit, at);
      case WRITE -> writes(visit, at);
      case PAY -> pays(visit, at);
      case GIVE_UP -> givesUp(visit, at);
      case REFUND -> refunds(visit, at);
      case NOTHING -> throw new IllegalStateException("nothing is due");
    }
    if (visit.cut()) {
      customer.next = Customer.Next.NOTHING;
    }
    return visit;
  }

  private void comes(Visit visit, long at) {
    Customer customer = visit.customer;
    Dice dice = customer.dice;
    Attributed origin = origin(dice);
    double pull =
        origin == null
            ? 1
            : Market.campaignOf(origin.code(), origin.ad()).map(DemoCampaign::pull).orElse(1.0);
    customer.meant = Depth.of(dice, pull);
    customer.sittings = dice.weighted(50, 30, 20);
    Talk.Subject subject =
        origin != null && origin.code() != null ? Talk.Subject.CODE : Talk.Subject.HELLO;
    if (dice.chance(LATE)) {
      late(visit, at, subject, origin);
    } else if (talk.asks(visit, at, subject, origin)) {
      goesOn(visit, at + MINUTE * dice.between(1, 4), 0);
    }
  }

  private static @Nullable Attributed origin(Dice dice) {
    DemoCampaign campaign = Market.any(dice);
    return switch (dice.weighted(42, 3, 35, 20)) {
      case 0 ->
          campaign.ads().isEmpty()
              ? new Attributed(campaign.code(), null, Touch.FIRST)
              : new Attributed(
                  dice.chance(0.5) ? campaign.code() : null, dice.one(campaign.ads()), Touch.FIRST);
      case 1 -> new Attributed(null, Market.UNMAPPED_AD, Touch.FIRST);
      case 2 -> new Attributed(campaign.code(), null, Touch.FIRST);
      default -> null;
    };
  }

  private void writes(Visit visit, long at) {
    Dice dice = visit.customer.dice;
    if (dice.chance(LATE)) {
      late(visit, at, Talk.Subject.THANKS, null);
      return;
    }
    if (dice.chance(0.06)) {
      Touch touch = visit.customer.current().attributed ? Touch.LAST : Touch.FIRST;
      if (!talk.asks(
          visit, at, Talk.Subject.CODE, new Attributed(Market.any(dice).code(), null, touch))) {
        return;
      }
      goesOn(visit, at + MINUTE * dice.between(1, 4), 0);
      return;
    }
    long silentSince = visit.customer.current().lastWroteAt;
    goesOn(visit, at, 1);
    if (dice.chance(FORGOTTEN)
        && !visit.cut()
        && !visit.deeds().isEmpty()
        && visit.customer.inJourney()) {
      forgotten(visit, silentSince, at);
    }
  }

  /** A message written in the silence before is found afterwards: it was no silence after all. */
  private void forgotten(Visit visit, long since, long until) {
    Customer customer = visit.customer;
    long written = since + (until - since) / 2;
    long learned = visit.until() + customer.dice.between(10, 60) * MINUTE;
    boolean apart = written - since > 27 * HOUR && learned - written < 7 * DAY;
    if (apart && talk.asksLate(visit, written, learned - written, Talk.Subject.THANKS, null)) {
      if (customer.ball == Ball.WAITING && !desk.looks(visit, learned)) {
        return;
      }
      // what was planned next keeps its distance
      customer.nextAt += 2 * HOUR;
    }
  }

  /** Asks as far as the journey is meant to go, and plans what comes after. */
  private void goesOn(Visit visit, long from, int least) {
    Customer customer = visit.customer;
    Dice dice = customer.dice;
    boolean asksAtAll = customer.current().depth.reaches(Depth.INTEREST);
    long at = from;
    int questions = asksAtAll ? dice.between(1, 4) : dice.between(least, 1);
    for (int i = 0; i < questions; i++) {
      Talk.Subject subject = asksAtAll ? about(dice) : Talk.Subject.THANKS;
      if (!talk.asks(visit, at, subject, null)) {
        return;
      }
      at += MINUTE * dice.between(1, 5);
    }
    Journey journey = customer.current();
    if (Texts.BOLD.equals(journey.variant)
        && journey.depth == Depth.INTEREST
        && dice.chance(0.05)) {
      journey.depth = Depth.PAID;
    }
    boolean buys =
        journey.phase == Phase.INTEREST && journey.depth.reaches(Depth.BOOKING) && dice.chance(0.6);
    if (buys && !talk.asks(visit, at, Talk.Subject.PAY, null)) {
      return;
    }
    at += MINUTE;
    boolean waiting = customer.ball == Ball.WAITING;
    if (waiting && (buys || dice.chance(0.85))) {
      if (!desk.serves(visit, at)) {
        return;
      }
    } else if (!waiting && dice.chance(0.12)) {
      long asked = at + MINUTE * dice.between(5, 10);
      long accepted = asked + dice.between(400L, 1_500L);
      if (!visit.add(
          new Deed.Rated(
              asked,
              accepted,
              accepted + 1_000L * dice.between(20, 300),
              1 + dice.weighted(2, 3, 10, 35, 50)))) {
        return;
      }
    }
    plan(customer);
  }

  private static Talk.Subject about(Dice dice) {
    return switch (dice.weighted(94, 2, 1, 3)) {
      case 0 -> Talk.Subject.question(dice);
      case 1 -> Talk.Subject.HUMAN;
      case 2 -> Talk.Subject.ANGRY;
      default -> Talk.Subject.THANKS;
    };
  }

  private void late(Visit visit, long at, Talk.Subject subject, @Nullable Attributed origin) {
    Dice dice = visit.customer.dice;
    long delay =
        dice.chance(0.5) ? dice.between(3 * HOUR, 15 * HOUR) : dice.between(26 * HOUR, 156 * HOUR);
    if (!talk.asksLate(visit, at, delay, subject, origin)) {
      return;
    }
    long learned = at + delay;
    boolean served =
        visit.customer.ball == Ball.WAITING
            && (delay < DAY ? desk.serves(visit, learned) : desk.looks(visit, learned));
    if (served) {
      Journey journey = visit.customer.current();
      due(
          visit.customer,
          Customer.Next.WRITE,
          Math.max(journey.dropsOffAt(), learned) + 30 * HOUR + dice.between(0L, 2 * DAY));
    }
  }

  private void plan(Customer customer) {
    Dice dice = customer.dice;
    Journey journey = customer.current();
    long last = journey.lastWroteAt;
    if (journey.phase == Phase.BOOKING) {
      if (journey.depth == Depth.PAID) {
        due(customer, Customer.Next.PAY, last + dice.between(6 * HOUR, 44 * HOUR));
      } else if (dice.chance(0.35)) {
        due(customer, Customer.Next.GIVE_UP, last + dice.between(8 * HOUR, 30 * HOUR));
      } else if (dice.chance(0.4)) {
        due(customer, Customer.Next.GIVE_UP, journey.dropsOffAt() + dice.between(DAY, 6 * DAY));
      }
      return;
    }
    boolean further =
        switch (journey.depth) {
          case LEADS -> customer.sittings > 1;
          case INTEREST -> customer.sittings > 0 || journey.phase == Phase.LEADS;
          case BOOKING, PAID -> true;
        };
    customer.sittings--;
    if (further) {
      long back =
          switch (dice.weighted(45, 35, 20)) {
            case 0 -> last + dice.between(5 * HOUR, 10 * HOUR);
            case 1 -> last + dice.between(32 * HOUR, 58 * HOUR);
            default -> journey.dropsOffAt() + dice.between(14 * HOUR, 5 * DAY);
          };
      due(customer, Customer.Next.WRITE, waking(back));
    } else if (dice.chance(0.2)) {
      due(customer, Customer.Next.GIVE_UP, journey.dropsOffAt() + dice.between(14 * HOUR, 5 * DAY));
    }
  }

  /** People sleep. */
  private long waking(long at) {
    int hour = season.hour(at);
    return hour < 6 ? at + (6 - hour) * HOUR : at;
  }

  private static void due(Customer customer, Customer.Next next, long at) {
    customer.next = next;
    customer.nextAt = at;
  }

  private void pays(Visit visit, long at) {
    Customer customer = visit.customer;
    Dice dice = customer.dice;
    Journey journey = customer.current();
    int pax = 1 + dice.weighted(40, 40, 10, 10);
    DemoCampaign campaign = journey.campaign;
    long each = campaign == null ? 5_000_000 : campaign.downPayment();
    String currency = campaign == null ? "IDR" : campaign.currency();
    String reference = "TRX-%s-%d".formatted(customer.conversation.substring(5), journey.number);
    if (!visit.add(
        new Deed.Paid(at, DeskWork.anybody(dice), reference, each * pax, currency, pax))) {
      return;
    }
    if (dice.chance(0.07)) {
      due(customer, Customer.Next.REFUND, at + dice.between(DAY, 9 * DAY));
    } else if (dice.chance(0.12)) {
      due(customer, Customer.Next.COME_AGAIN, waking(at + dice.between(4 * DAY, 18 * DAY)));
    }
  }

  private static void refunds(Visit visit, long at) {
    Journey journey = visit.customer.current();
    Dice dice = visit.customer.dice;
    long amount = dice.chance(0.6) ? journey.paid : journey.paid / 2;
    String reference =
        "RFD-%s-%d".formatted(visit.customer.conversation.substring(5), journey.number);
    visit.add(new Deed.Refunded(at, DeskWork.anybody(dice), reference, amount, journey.currency));
  }

  private void givesUp(Visit visit, long at) {
    Customer customer = visit.customer;
    Dice dice = customer.dice;
    boolean booked = customer.current().phase == Phase.BOOKING;
    Deed closed =
        new Deed.Closed(
            at,
            DeskWork.anybody(dice),
            booked ? Outcome.CANCELLED : Outcome.LOST,
            booked ? "batal" : "tidak ada kabar");
    if (visit.add(closed) && dice.chance(0.12)) {
      due(customer, Customer.Next.COME_AGAIN, waking(at + dice.between(4 * DAY, 14 * DAY)));
    }
  }
}
