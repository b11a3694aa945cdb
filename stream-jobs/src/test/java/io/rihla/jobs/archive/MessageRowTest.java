package io.rihla.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.Events;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.OptedOut;
import org.junit.jupiter.api.Test;

class MessageRowTest {
  @Test
  void aCustomersMessageIsIncoming() {
    MessageRow row = MessageRow.of(Events.sourced(Events.text("Halo"))).orElseThrow();

    assertThat(row.direction()).isEqualTo("in");
    assertThat(row.author()).isEqualTo("customer");
    assertThat(row.kind()).isEqualTo("text");
    assertThat(row.text()).isEqualTo("Halo");
    assertThat(row.chatId()).isEqualTo("6281234567890@c.us");
    assertThat(row.sentAt()).isEqualTo(Events.NOON + 1);
    assertThat(row.receivedAt()).isEqualTo(Events.NOON + 7);
  }

  @Test
  void anAcceptedPartIsOutgoingAndKnowsItsReply() {
    MessageRow row =
        by(
            "bot",
            new MessageSent("reply-1", "part-1", 0, "3EB1", "Waalaikumsalam", 1, false, true));

    assertThat(row.direction()).isEqualTo("out");
    assertThat(row.author()).isEqualTo("bot");
    assertThat(row.messageId()).isEqualTo("3EB1");
    assertThat(row.replyId()).isEqualTo("reply-1");
    assertThat(row.partId()).isEqualTo("part-1");
  }

  @Test
  void aSentFileKeepsItsAddressAndCaption() {
    MessageRow row =
        by(
            "user:budi",
            new MediaSent(
                "r", "p", 1, "3EB2", "image", "/media/hemat.png", "Paket Hemat", 1, false, false));

    assertThat(row.author()).isEqualTo("admin");
    assertThat(row.kind()).isEqualTo("image");
    assertThat(row.text()).isEqualTo("Paket Hemat");
    assertThat(row.mediaUrl()).isEqualTo("/media/hemat.png");
  }

  @Test
  void aReplyTypedOnThePhoneIsAMessage() {
    MessageRow row = by("system", new AdminReplied("3EB3", null, "Siap kak", "phone"));

    assertThat(row.author()).isEqualTo("admin");
    assertThat(row.text()).isEqualTo("Siap kak");
  }

  @Test
  void aReplyFromTheConsoleIsCountedWhenItIsSentNotTwice() {
    assertThat(MessageRow.of(Events.sourced(new AdminReplied(null, "reply-9", "Siap", "console"))))
        .isEmpty();
  }

  @Test
  void otherEventsAreNoMessages() {
    assertThat(MessageRow.of(Events.sourced(new OptedOut(null)))).isEmpty();
  }

  private static MessageRow by(String actor, EventPayload payload) {
    return MessageRow.of(new SourcedEvent(Events.event(1, actor, payload), 0, 1)).orElseThrow();
  }
}
