package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.Touch;
import io.rihla.schemas.functions.Ball;

/** How a deed changes what is true of a customer and their journey. */
final class Consequences {
  private Consequences() {}

  static void of(Customer customer, Deed deed) {
    switch (deed) {
      case Deed.Asked asked -> wrote(customer, asked);
      case Deed.Claimed claimed -> {
        customer.ball = Ball.ASSIGNED;
        customer.holder = claimed.who();
      }
      case Deed.DeskSaid said -> {
        // the ball stays where it is
      }
      case Deed.GivenBack back -> {
        customer.ball = Ball.BOT;
        customer.holder = "";
      }
      case Deed.Paid paid -> {
        Journey journey = customer.current();
        journey.close(Outcome.PAID, paid.at());
        journey.paid += paid.amount();
        journey.currency = paid.currency();
      }
      case Deed.Refunded refunded -> customer.current().refunded += refunded.amount();
      case Deed.Closed closed -> customer.current().close(closed.outcome(), closed.at());
      case Deed.Rated rated -> customer.current().wrote(rated.answeredAt());
    }
  }

  private static void wrote(Customer customer, Deed.Asked asked) {
    if (asked.opens()) {
      Journey last = customer.journey;
      customer.journey =
          new Journey(
              last == null ? 1 : last.number + 1,
              asked.said().getFirst().writtenAt(),
              customer.meant);
    }
    Journey journey = customer.current();
    asked.said().forEach(said -> journey.wrote(said.writtenAt()));
    Attributed attributed = asked.attributed();
    if (attributed != null && attributed.touch() == Touch.FIRST) {
      journey.attributed = true;
      journey.touchedAt = asked.said().getFirst().writtenAt();
      journey.ad = attributed.ad();
      journey.campaign = Market.campaignOf(attributed.code(), attributed.ad()).orElse(null);
    }
    switch (asked.fate()) {
      case Fate.Answered answered -> answered(customer, journey, answered);
      case Fate.Unheard unheard -> {
        // a human holds it
      }
      case Fate.Stale stale -> customer.ball = Ball.WAITING;
    }
  }

  private static void answered(Customer customer, Journey journey, Fate.Answered answered) {
    journey.answers++;
    if (journey.firstPrompt == null) {
      journey.firstPrompt = answered.prompt();
    }
    if (answered.exposed()) {
      customer.experimentVariant = answered.variant();
      journey.variant = answered.variant();
    }
    Phase moves = answered.moves();
    if (moves != null) {
      journey.phase = moves;
      if (moves == Phase.BOOKING) {
        journey.reachedBookingAt = answered.answeredAt();
      } else {
        journey.reachedInterestAt = answered.answeredAt();
      }
    }
    if (answered.need() != null) {
      customer.ball = Ball.WAITING;
    }
  }
}
