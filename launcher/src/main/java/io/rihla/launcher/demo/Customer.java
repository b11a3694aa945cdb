package io.rihla.launcher.demo;

import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.identity.CustomerKey;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One customer of the season and how far their story is told. */
final class Customer {
  /** What happens next in their life. */
  enum Next {
    FIRST,
    WRITE,
    PAY,
    GIVE_UP,
    REFUND,
    COME_AGAIN,
    NOTHING
  }

  final Dice dice;
  final Tongue tongue;
  final String key;
  final String conversation;
  final String phone;
  final String name;
  final String chat;
  final Episodes episodes = new Episodes();
  Next next = Next.FIRST;
  long nextAt;
  @Nullable Journey journey;
  Depth meant = Depth.LEADS;
  int sittings;
  Ball ball = Ball.BOT;
  String holder = "";
  final Set<String> touched = new HashSet<>(2);
  @Nullable String experimentVariant;

  Customer(Season season, int index, long arrives) {
    this.dice = new Dice(season.seed(), index);
    this.tongue = Tongue.of(dice);
    this.phone =
        tongue.phone(new Dice(season.seed(), -season.endMillis()).between(0L, 99_999_999L), index);
    CustomerKey customer =
        CustomerKey.ofPhone(
            season.secret().getBytes(java.nio.charset.StandardCharsets.UTF_8), phone);
    this.key = customer.value();
    this.conversation = customer.conversationId();
    this.name = tongue.name(dice);
    this.chat = phone + "@c.us";
    this.nextAt = arrives;
  }

  Journey current() {
    Journey open = journey;
    if (open == null) {
      throw new IllegalStateException("the customer has not come yet");
    }
    return open;
  }

  boolean inJourney() {
    Journey last = journey;
    return last != null && last.open();
  }
}
