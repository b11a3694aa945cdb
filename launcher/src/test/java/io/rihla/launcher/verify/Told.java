package io.rihla.launcher.verify;

import io.rihla.launcher.verify.history.Archive;
import io.rihla.launcher.verify.history.ArchivedEvent;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.launcher.verify.history.Shown;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.ThoughtRequested;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A conversation as the product would have left it behind, to be told right or wrong. */
final class Told {
  static final String CUSTOMER = "c_0123456789abcdef01234567";
  static final String CONVERSATION = "conv_0123456789abcdef";
  static final long BEGAN = 1_800_000_000_000L;
  private static final long TWO_HOURS = 7_200_000;

  final List<WhatsAppEvent> inbound = new ArrayList<>();
  final List<ConversationEvent> events = new ArrayList<>();
  final List<OutboundReply> replies = new ArrayList<>();
  final List<DeadLetter> letters = new ArrayList<>();
  final List<Shown> shown = new ArrayList<>();
  private int journey;
  private long now = BEGAN;

  /** A customer asks twice and is answered twice. */
  static Told rightly() {
    return new Told()
        .writes("M1")
        .isAnswered("T1", "R1", "M1")
        .writes("M2")
        .isAnswered("T2", "R2", "M2");
  }

  Told writes(String message) {
    now += 1_000;
    inbound.add(
        new WhatsAppEvent(
            "evt_" + message,
            now,
            now,
            CUSTOMER,
            "6281200000001",
            null,
            "Siti",
            "default",
            "6281200000001@c.us",
            message,
            false,
            false,
            Channel.WHATSAPP,
            "NOWEB",
            new InboundMessage(MessageKind.TEXT, "halo", null, null, List.of(), null, null)));
    if (journey == 0) {
      journey = 1;
      event(
          "customer",
          message,
          new JourneyOpened("6281200000001", null, "Siti", "6281200000001@c.us", "direct", null));
      event(
          "system",
          message,
          new PhaseChanged(null, Phase.LEADS, "first_contact", message, null, null));
    }
    return event(
        "customer",
        message,
        new MessageReceived(
            message,
            "6281200000001@c.us",
            MessageKind.TEXT,
            "halo",
            null,
            null,
            List.of(),
            null,
            null,
            Channel.WHATSAPP,
            false,
            now,
            "6281200000001",
            "Siti"));
  }

  Told isAnswered(String thought, String reply, String... messages) {
    return thinks(thought, messages)
        .answers(thought)
        .plans(reply, thought, Author.BOT)
        .sends(reply);
  }

  Told thinks(String thought, String... messages) {
    return event("bot", "quiet_window", new ThoughtRequested(thought, List.of(messages)));
  }

  Told answers(String thought) {
    return event(
        "bot",
        thought,
        new AiAnswered(
            thought,
            0.9,
            "offline",
            "base:1",
            null,
            5,
            0,
            0,
            Intent.GREETING,
            TopicOfQuestion.GREETING,
            Language.ID,
            List.of()));
  }

  /** Somebody of the agency is told; no conversation knows of it. */
  Told tellsStaff(String notice) {
    replies.add(
        new OutboundReply(
            notice,
            "n_0123456789abcdef01234567",
            "",
            "default",
            "6281200000099@c.us",
            Author.BOT,
            now,
            List.of(),
            List.of(new ReplyPart(notice + "P1", new TextPart("Ada percakapan")))));
    shown.add(new Shown("6281200000099@c.us", notice + "P1", now));
    return this;
  }

  Told plans(String reply, String thought, Author author) {
    String part = reply + "P1";
    replies.add(
        new OutboundReply(
            reply,
            CUSTOMER,
            CONVERSATION,
            "default",
            "6281200000001@c.us",
            author,
            now,
            List.of(),
            List.of(new ReplyPart(part, new TextPart("Wa'alaikumsalam")))));
    return event(
        author == Author.BOT ? "bot" : "user:ani",
        thought,
        new ReplyPlanned(
            reply,
            author == Author.BOT ? thought : null,
            "6281200000001@c.us",
            author,
            List.of(part),
            "Wa'alaikumsalam",
            null,
            List.of()));
  }

  Told sends(String reply) {
    String part = reply + "P1";
    shown.add(new Shown("6281200000001@c.us", part, now));
    return event("bot", reply, sent(reply, part, part));
  }

  static MessageSent sent(String reply, String part, String message) {
    return new MessageSent(reply, part, 0, message, "Wa'alaikumsalam", 1, false, true);
  }

  Told event(String actor, String cause, EventPayload payload) {
    now += 10;
    long seq = events.size() + 1L;
    events.add(
        new ConversationEvent(
            "evt_" + seq,
            now,
            now,
            CUSTOMER,
            CONVERSATION,
            journey,
            "default",
            seq,
            cause,
            actor,
            payload));
    return this;
  }

  /** Forgets events and numbers the rest anew, so that nothing but their absence shows. */
  Told forget(Predicate<EventPayload> which) {
    List<ConversationEvent> kept =
        events.stream().filter(event -> !which.test(event.payload())).toList();
    events.clear();
    kept.forEach(
        event -> {
          long seq = events.size() + 1L;
          events.add(with(event, "evt_" + seq, seq, event.payload()));
        });
    return this;
  }

  Told change(UnaryOperator<EventPayload> how) {
    events.replaceAll(
        event -> with(event, event.eventId(), event.seq(), how.apply(event.payload())));
    return this;
  }

  private static ConversationEvent with(
      ConversationEvent event, String id, long seq, EventPayload payload) {
    return new ConversationEvent(
        id,
        event.eventTime(),
        event.recordedAt(),
        event.customerKey(),
        event.conversationId(),
        event.journey(),
        event.session(),
        seq,
        event.cause(),
        event.actor(),
        payload);
  }

  /** Read hours later, when nothing can be on its way any more. */
  History history() {
    return history(now + TWO_HOURS);
  }

  History history(long readAt) {
    List<Logged<ConversationEvent>> logged = logged(events, CUSTOMER);
    List<ArchivedEvent> rows = logged.stream().map(ArchivedEvent::of).toList();
    return new History(
        readAt,
        logged(inbound, CUSTOMER),
        logged,
        Map.of(0, (long) logged.size()),
        logged(replies, CUSTOMER),
        logged(letters, "letter"),
        List.of(),
        Optional.of(List.copyOf(shown)),
        Optional.of(new Archive(rows.size(), rows)));
  }

  long now() {
    return now;
  }

  private static <T> List<Logged<T>> logged(List<T> values, String key) {
    List<Logged<T>> logged = new ArrayList<>();
    values.forEach(value -> logged.add(new Logged<>(0, logged.size(), key, value)));
    return logged;
  }
}
