package io.rihla.jobs.questions;

import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.conversation.ThoughtRequested;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.MessageKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The events of one customer, as the conversation function writes them. */
public final class Conversation {
  private static final long NOON = 1_800_847_800_000L;

  private final String customer;
  private final int partition;
  private final List<SourcedEvent> events = new ArrayList<>();
  private long now = NOON;
  private int messages;
  private int thoughts;

  public Conversation(String customer, int partition) {
    this.customer = customer;
    this.partition = partition;
  }

  public List<SourcedEvent> events() {
    return List.copyOf(events);
  }

  public Conversation after(Duration time) {
    now += time.toMillis();
    return this;
  }

  /** A burst that is answered; the id of its question is that of its last message. */
  public Conversation asks(String... texts) {
    return asks(Intent.DETAILS, texts);
  }

  public Conversation asks(Intent intent, String... texts) {
    List<String> ids = new ArrayList<>();
    for (String text : texts) {
      ids.add("%s-m%d".formatted(customer, ++messages));
      write(message(ids.getLast(), text));
    }
    String thought = "%s-t%d".formatted(customer, ++thoughts);
    write(new ThoughtRequested(thought, ids));
    write(
        new AiAnswered(
            thought,
            0.9,
            "offline",
            "v1",
            null,
            40,
            0,
            0,
            intent,
            TopicOfQuestion.PRICE,
            Language.ID,
            List.of()));
    write(new IntentDetected(intent, TopicOfQuestion.PRICE, 0.9, ids.getLast()));
    return this;
  }

  public Conversation isEscalated() {
    write(
        new Escalated(
            HandoverReason.LOW_CONFIDENCE, Role.MARKETING_ADMIN, Priority.NORMAL, null, null));
    return this;
  }

  public Conversation isResolved() {
    write(new HandoverResolved(null, null));
    return this;
  }

  private void write(EventPayload payload) {
    long seq = events.size() + 1;
    now += 1_000;
    events.add(
        new SourcedEvent(
            new ConversationEvent(
                customer + "-e" + seq,
                now,
                now + 40,
                customer,
                "conv_" + customer,
                1,
                "default",
                seq,
                "cause",
                "bot",
                payload),
            partition,
            seq * 10));
  }

  private MessageReceived message(String id, String text) {
    return new MessageReceived(
        id,
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
        now + 7,
        "6281234567890",
        "Ani");
  }
}
