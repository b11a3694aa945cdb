package io.rihla.launcher.demo;

import java.util.List;

/** What the people of the agency do about a customer. */
final class DeskWork {
  private static final List<String> STAFF = List.of("ani", "budi", "rina");
  private static final long MINUTE = 60_000;

  private final Speech speech;
  private final Talk talk;

  DeskWork(Speech speech, Talk talk) {
    this.speech = speech;
    this.talk = talk;
  }

  static String anybody(Dice dice) {
    return dice.one(STAFF);
  }

  /** Somebody takes the conversation, writes, is answered, and gives it back. */
  boolean serves(Visit visit, long from) {
    Customer customer = visit.customer;
    Dice dice = customer.dice;
    String who = anybody(dice);
    long at = from + MINUTE * (dice.chance(0.8) ? dice.between(2, 25) : dice.between(30, 200));
    boolean going =
        visit.add(new Deed.Claimed(at, who))
            && says(visit, at + dice.between(40_000L, 4 * MINUTE), who);
    at += 6 * MINUTE;
    if (going && dice.chance(0.4)) {
      going = talk.asks(visit, at, Talk.Subject.NOTED, null) && says(visit, at + 2 * MINUTE, who);
      at += 4 * MINUTE;
    }
    return going
        && visit.add(new Deed.GivenBack(at + dice.between(2, 10) * MINUTE, who, dice.chance(0.75)));
  }

  /** Somebody looks and finds nothing to say any more. */
  boolean looks(Visit visit, long from) {
    String who = anybody(visit.customer.dice);
    long at = from + MINUTE * visit.customer.dice.between(5, 50);
    return visit.add(new Deed.Claimed(at, who))
        && visit.add(new Deed.GivenBack(at + 2 * MINUTE, who, true));
  }

  private boolean says(Visit visit, long at, String who) {
    String words = speech.say(visit.customer.dice, visit.customer.tongue, "DESK");
    return visit.add(
        new Deed.DeskSaid(at, who, words, at + visit.customer.dice.between(300L, 2_000L)));
  }
}
