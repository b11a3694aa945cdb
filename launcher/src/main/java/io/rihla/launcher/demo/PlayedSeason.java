package io.rihla.launcher.demo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small season that happens now: who writes what, after how many milliseconds. */
public final class PlayedSeason {
  private static final long BURST = 400;
  private static final long PAUSE = 9_000;
  private static final long DOWN_PAYMENT = 5_000_000;
  private static final List<String> SUBJECTS =
      List.of("PRICE", "HOTEL", "SCHEDULE", "PAYMENT", "FACILITIES", "AIRLINE", "VISA", "QUOTA");

  /** A campaign of this season alone; without ad it is followed by link. */
  record Advertised(
      String code, String packageCode, String name, @Nullable String ad, long clicks, long spend) {}

  /** A message, when it is due. */
  record Line(long after, Person person, String text, @Nullable String ad) {}

  /** A customer, and what they pay in the end, 0 for nothing. */
  record Person(String key, String lead, String phone, String name, String campaign, long pays) {}

  final String name;
  final List<Advertised> campaigns = new ArrayList<>();
  final List<Person> people = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();
  private final Speech speech = new Speech();

  public PlayedSeason(Season season, int perSecond) {
    this.name =
        DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC).format(season.end());
    advertise(new Dice(season.seed(), -7));
    for (int index = 0; index < season.customers(); index++) {
      live(new Customer(season, index, 0), index * 1_000L / perSecond);
    }
    lines.sort(Comparator.comparingLong(Line::after));
  }

  private void advertise(Dice dice) {
    for (DemoCampaign campaign : Market.CAMPAIGNS) {
      boolean ad = !campaign.ads().isEmpty();
      campaigns.add(
          new Advertised(
              campaign.code() + "_" + name,
              campaign.code(),
              campaign.name(),
              ad ? "1203" + name + campaigns.size() : null,
              dice.between(ad ? 40L : 3L, ad ? 90L : 8L),
              ad ? 1_000L * dice.between(50L, 400L) : 0));
    }
  }

  private void live(Customer customer, long arrives) {
    Dice dice = customer.dice;
    Advertised origin = dice.chance(0.7) ? dice.one(campaigns) : null;
    boolean buys = dice.chance(0.25);
    Person person =
        new Person(
            customer.key,
            "lead_" + customer.conversation.substring(5) + "-1",
            customer.phone,
            customer.name,
            origin == null ? "" : origin.code(),
            buys ? DOWN_PAYMENT * dice.between(1L, 4L) : 0);
    people.add(person);
    String ad = origin != null && origin.ad() != null && dice.chance(0.5) ? origin.ad() : null;
    String first = speech.say(dice, customer.tongue, origin == null ? "HELLO" : "CODE");
    lines.add(
        new Line(
            arrives, person, origin == null ? first : first.replace("{code}", origin.code()), ad));
    long at = arrives;
    for (int questions = dice.between(0, 2); questions > 0; questions--) {
      at = burst(person, customer, at + PAUSE, dice.one(SUBJECTS));
    }
    if (buys) {
      burst(person, customer, at + PAUSE, "PAY");
    } else {
      switch (dice.weighted(80, 10, 5, 5)) {
        case 1 -> burst(person, customer, at + PAUSE, "HUMAN");
        case 2 -> burst(person, customer, at + PAUSE, "ANGRY");
        case 3 -> lines.add(new Line(at + PAUSE, person, "STOP", null));
        default -> {}
      }
    }
  }

  private long burst(Person person, Customer customer, long begin, String subject) {
    long at = begin;
    lines.add(new Line(at, person, speech.say(customer.dice, customer.tongue, subject), null));
    for (int more = customer.dice.weighted(60, 25, 15); more > 0; more--) {
      at += BURST;
      lines.add(new Line(at, person, speech.say(customer.dice, customer.tongue, "MORE"), null));
    }
    return at;
  }

  /** Counted from the script alone. */
  public PlayedKey key() {
    Map<String, Long> messages = new TreeMap<>();
    lines.forEach(line -> messages.merge(line.person().key(), 1L, Long::sum));
    Map<String, String> firstTouch = new TreeMap<>();
    Map<String, Long> paid = new TreeMap<>();
    for (Person person : people) {
      firstTouch.put(person.key(), person.campaign());
      if (person.pays() > 0) {
        paid.put(person.key(), person.pays());
      }
    }
    Map<String, Long> clicks = new TreeMap<>();
    Map<String, Long> spend = new TreeMap<>();
    for (Advertised campaign : campaigns) {
      clicks.put(campaign.code(), campaign.clicks());
      if (campaign.spend() > 0) {
        spend.put(campaign.code(), campaign.spend());
      }
    }
    return new PlayedKey(name, messages, firstTouch, paid, clicks, spend);
  }
}
