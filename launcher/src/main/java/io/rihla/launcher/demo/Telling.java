package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import java.util.ArrayList;
import java.util.List;

/** Numbers and dates the events of one customer the way the conversation function does. */
final class Telling {
  static final String BOT = "bot";
  static final String SYSTEM = "system";
  static final String CUSTOMER = "customer";

  private final String session;
  final Customer customer;
  private List<ConversationEvent> events = new ArrayList<>();
  private long seq;
  private long lastLearned;
  int journey;
  int thoughts;
  int replies;
  private int messages;
  boolean languageTold;
  String lead = "";
  io.rihla.schemas.conversation.Phase phase = io.rihla.schemas.conversation.Phase.LEADS;

  Telling(String session, Customer customer) {
    this.session = session;
    this.customer = customer;
  }

  void tell(String actor, String cause, long happened, long learned, EventPayload payload) {
    if (learned < lastLearned) {
      throw new IllegalStateException(
          "event %d of %s is told too late".formatted(seq + 1, customer.key));
    }
    lastLearned = learned;
    seq++;
    events.add(
        new ConversationEvent(
            "evt_" + customer.key.substring(2) + "_" + seq,
            happened,
            learned,
            customer.key,
            customer.conversation,
            journey,
            session,
            seq,
            cause,
            actor,
            payload));
  }

  void tell(String actor, String cause, long at, EventPayload payload) {
    tell(actor, cause, at, at, payload);
  }

  /** A WhatsApp id that no other message of the season has. */
  String messageId(String prefix) {
    messages++;
    return prefix
        + customer.key.substring(2, 16).toUpperCase(java.util.Locale.ROOT)
        + String.format("%04X", messages);
  }

  /** What was told since the last time. */
  List<ConversationEvent> take() {
    List<ConversationEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }
}
