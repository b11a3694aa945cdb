package io.rihla.jobs;

import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.MessageKind;
import java.util.List;

/** Events as the conversation function writes them. */
public final class Events {
  /** 2027-01-25 10:30:00 in Jakarta. */
  public static final long NOON = 1_800_847_800_000L;

  private Events() {}

  public static SourcedEvent sourced(EventPayload payload) {
    return sourced(1, payload);
  }

  public static SourcedEvent sourced(long seq, EventPayload payload) {
    return new SourcedEvent(event(seq, "customer", payload), (int) (seq % 8), seq);
  }

  public static ConversationEvent event(long seq, String actor, EventPayload payload) {
    return new ConversationEvent(
        "event-" + seq,
        NOON + seq,
        NOON + seq + 40,
        "c_0123456789abcdef01234567",
        "conv_0123456789abcdef",
        1,
        "default",
        seq,
        "cause-" + seq,
        actor,
        payload);
  }

  public static MessageReceived text(String text) {
    return new MessageReceived(
        "3EB0",
        "6281234567890@c.us",
        MessageKind.TEXT,
        text,
        null,
        null,
        List.of(),
        null,
        null,
        Channel.WHATSAPP,
        false,
        NOON + 7,
        "6281234567890",
        "Ani");
  }
}
