package io.rihla.api.reading;

import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.whatsapp.AckLevel;
import java.util.Optional;

/** Understood and left alone. */
public record Ignored(Reason reason, String event, Optional<ChatId> chat, Optional<AckLevel> ack)
    implements Reading {

  /** Why nothing is kept. */
  public enum Reason {
    /** A group, newsletter, status or broadcast. */
    NOT_DIRECT,
    /** The chat of our number with itself. */
    OWN_CHAT,
    /** We read the customer's message on the phone. */
    SELF_READ,
    /** A notice of WhatsApp, written by nobody. */
    NOTICE,
    /** An event nobody here asked for. */
    UNKNOWN_EVENT
  }

  static Ignored because(Reason reason, String event) {
    return new Ignored(reason, event, Optional.empty(), Optional.empty());
  }

  static Ignored because(Reason reason, String event, ChatId chat) {
    return new Ignored(reason, event, Optional.of(chat), Optional.empty());
  }
}
