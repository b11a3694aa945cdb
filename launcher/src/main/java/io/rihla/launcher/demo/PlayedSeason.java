package io.rihla.launcher.demo;

import java.time.Duration;
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
  private static final long OUTAGE = 3_000;
  private static final long DOWN_PAYMENT = 5_000_000;
  private static final List<String> SUBJECTS =
      List.of("PRICE", "HOTEL", "SCHEDULE", "PAYMENT", "FACILITIES", "AIRLINE", "VISA", "QUOTA");

  /** A campaign of this season alone; without ad it is followed by link. */
  record Advertised(
      String code, String packageCode, String name, @Nullable String ad, long clicks, long spend) {}

  /** A message, when it is due. */
  record Line(long after, Person person, String text, @Nullable String ad) {}

  /**
   * A customer.
   *
   * @param campaign what they came by, empty for nothing
   * @param pays in the end, 0 for nothing
   * @param refunded of it
   * @param wantsHuman a sales person takes them over
   * @param stops asks to be left alone, and is
   * @param comesBackFor the campaign they come back by when they have paid, empty if they do not
   */
  record Person(
      String key,
      String conversation,
      String phone,
      String name,
      String campaign,
      long pays,
      long refunded,
      boolean wantsHuman,
      boolean stops,
      String comesBackFor) {}

  final String name;
  final List<Advertised> campaigns = new ArrayList<>();
  final List<Person> people = new ArrayList<>();

  /** What is written before it is paid, and what after. */
  final List<Line> lines = new ArrayList<>();

  final List<Line> returns = new ArrayList<>();
  private final Speech speech = new Speech();
  private final long pause;
  private final long outage;

  /**
   * @param perSecond how many customers begin to write in a second
   * @param pause before somebody writes again
   */
  public PlayedSeason(Season season, int perSecond, Duration pause) {
    this.pause = pause.toMillis();
    this.name =
        DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC).format(season.end());
    advertise(new Dice(season.seed(), -7));
    for (int index = 0; index < season.customers(); index++) {
      live(new Customer(season, index, 0), index, index * 1_000L / perSecond);
    }
    lines.sort(Comparator.comparingLong(Line::after));
    this.outage = lines.get(lines.size() / 2).after();
  }

  /** WhatsApp is away for a while in the middle: what is written then is learned late. */
  boolean isAway(long after) {
    return after > 0 && after >= outage && after < outage + OUTAGE;
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

  /** Every fourth buys, every eighth wants a human; what else they do is chance. */
  private void live(Customer customer, int index, long arrives) {
    Dice dice = customer.dice;
    Advertised origin = dice.chance(0.7) ? dice.one(campaigns) : null;
    boolean buys = index % 4 == 1;
    boolean wantsHuman = index % 8 == 2;
    boolean stops = !buys && !wantsHuman && dice.chance(0.1);
    long pays = buys ? DOWN_PAYMENT * dice.between(1L, 4L) : 0;
    Person person =
        new Person(
            customer.key,
            customer.conversation,
            customer.phone,
            customer.name,
            origin == null ? "" : origin.code(),
            pays,
            dice.chance(0.3) ? pays / 5 : 0,
            wantsHuman,
            stops,
            buys && dice.chance(0.5) ? dice.one(campaigns).code() : "");
    people.add(person);
    String ad = origin != null && origin.ad() != null && dice.chance(0.5) ? origin.ad() : null;
    say(lines, arrives, person, customer, origin == null ? "HELLO" : "CODE", person.campaign(), ad);
    long at = arrives;
    for (int questions = dice.between(0, 2); questions > 0; questions--) {
      at = burst(person, customer, at + pause, dice.one(SUBJECTS));
    }
    if (buys) {
      burst(person, customer, at + pause, "PAY");
    } else if (wantsHuman) {
      burst(person, customer, at + pause, dice.chance(0.7) ? "HUMAN" : "ANGRY");
    } else if (stops) {
      lines.add(new Line(at + pause, person, "STOP", null));
    }
    if (!person.comesBackFor().isEmpty()) {
      say(returns, 0, person, customer, "CODE", person.comesBackFor(), null);
    }
  }

  private void say(
      List<Line> where,
      long at,
      Person person,
      Customer customer,
      String subject,
      String code,
      @Nullable String ad) {
    String text = speech.say(customer.dice, customer.tongue, subject).replace("{code}", code);
    where.add(new Line(at, person, text, ad));
  }

  private long burst(Person person, Customer customer, long begin, String subject) {
    long at = begin;
    say(lines, at, person, customer, subject, "", null);
    for (int more = customer.dice.weighted(60, 25, 15); more > 0; more--) {
      at += BURST;
      say(lines, at, person, customer, "MORE", "", null);
    }
    return at;
  }

  /** Counted from the script alone. */
  public PlayedKey key() {
    Map<String, Long> messages = new TreeMap<>();
    lines.forEach(line -> messages.merge(line.person().key(), 1L, Long::sum));
    returns.forEach(line -> messages.merge(line.person().key(), 1L, Long::sum));
    Map<String, String> journeys = new TreeMap<>();
    Map<String, Long> paid = new TreeMap<>();
    Map<String, Long> refunded = new TreeMap<>();
    Map<String, Long> resolved = new TreeMap<>();
    Map<String, PlayedKey.Brought> brought = new TreeMap<>();
    for (Person person : people) {
      long kept = person.pays() - person.refunded();
      journeys.put(person.key() + " 1", person.campaign());
      count(brought, person.campaign(), new PlayedKey.Brought(1, kept > 0 ? 1 : 0, kept));
      if (!person.comesBackFor().isEmpty()) {
        journeys.put(person.key() + " 2", person.comesBackFor());
        count(brought, person.comesBackFor(), new PlayedKey.Brought(1, 0, 0));
      }
      put(paid, person.key(), kept);
      put(refunded, person.key(), person.refunded());
      put(resolved, person.key(), person.wantsHuman() ? 1 : 0);
    }
    Map<String, Long> clicks = new TreeMap<>();
    Map<String, Long> spend = new TreeMap<>();
    for (Advertised campaign : campaigns) {
      put(clicks, campaign.code(), campaign.clicks());
      put(spend, campaign.code(), campaign.spend());
    }
    return new PlayedKey(
        name, messages, journeys, paid, refunded, resolved, brought, clicks, spend);
  }

  private static void count(
      Map<String, PlayedKey.Brought> brought, String campaign, PlayedKey.Brought what) {
    if (!campaign.isEmpty()) {
      brought.merge(campaign, what, PlayedKey.Brought::plus);
    }
  }

  private static void put(Map<String, Long> figures, String name, long figure) {
    if (figure != 0) {
      figures.put(name, figure);
    }
  }
}
