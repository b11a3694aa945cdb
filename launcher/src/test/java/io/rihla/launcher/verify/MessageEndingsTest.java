package io.rihla.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.conversation.AnswerRejected;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** How a message may end, and that one which led to nothing is seen. */
class MessageEndingsTest {
  @Test
  void aLostReplyIsSeen() {
    Told told = Told.rightly();
    told.forget(
        payload ->
            (payload instanceof ReplyPlanned reply && reply.replyId().equals("R2"))
                || (payload instanceof MessageSent sent && sent.replyId().equals("R2")));
    told.replies.removeIf(reply -> reply.replyId().equals("R2"));
    told.shown.removeIf(shown -> shown.id().equals("R2P1"));
    Report report = ConversationRulesTest.report(told.history());
    assertThat(ConversationRulesTest.broken(told.history())).containsExactly("message-ends");
    assertThat(report.findings().getFirst().violations())
        .containsExactly(new Violation(Told.CUSTOMER, "message M2 led to nothing"));
  }

  @Test
  void aHumanWhoComesLaterDoesNotExcuseAMessageThatTheBotForgot() {
    Told forgotten = Told.rightly().writes("M3").writes("M4").isAnswered("T4", "R4", "M4");
    assertThat(ConversationRulesTest.broken(ConversationRulesTest.withAHuman(forgotten).history()))
        .containsExactly("message-ends");
    assertThat(
            ConversationRulesTest.broken(
                ConversationRulesTest.withAHuman(Told.rightly().writes("M3")).history()))
        .isEmpty();
  }

  @Test
  void aYoungMessageIsPendingAndNotLost() {
    Told told = Told.rightly().writes("M3");
    Report report = ConversationRulesTest.report(told.history(told.now() + 1_000));
    assertThat(report.holds()).isTrue();
    assertThat(report.settled()).isFalse();
  }

  @Test
  void aMessageMayEndWithAHumanOrInADeadLetter() {
    Told told = Told.rightly().writes("M3").thinks("T3", "M3");
    told.event("bot", "letter-1", new AnswerRejected("T3", "IllegalStateException", 1));
    told.event(
        "bot",
        "letter-1",
        new Escalated(
            HandoverReason.LLM_UNAVAILABLE, Role.MARKETING_ADMIN, Priority.NORMAL, null, null));
    told.writes("M4");
    WhatsAppEvent buried = told.inbound.getLast();
    told.letters.add(
        new DeadLetter(
            "letter-2",
            told.now(),
            "conversation",
            "function_failed",
            "IllegalStateException",
            Told.CUSTOMER,
            "whatsapp.inbound",
            null,
            null,
            ByteBuffer.wrap(Codec.of(WhatsAppEvent.class).encode(buried))));
    told.forget(
        payload ->
            payload instanceof io.rihla.schemas.conversation.MessageReceived received
                && received.messageId().equals("M4"));
    assertThat(ConversationRulesTest.broken(told.history())).isEmpty();
  }

  @Test
  void aMessageMayEndUnderTheKeyItsCustomerWasMergedInto() {
    Told told = Told.rightly().writes("M3");
    told.event("system", "M3", new CustomerForwarded("c_phone", "conv_phone"));
    ConversationEvent asked = told.events.getLast();
    told.events.add(
        new ConversationEvent(
            "evt_phone_1",
            asked.eventTime(),
            asked.recordedAt(),
            "c_phone",
            "conv_phone",
            1,
            "default",
            1,
            "M3",
            "system",
            new MessageIgnored("M3", IgnoreReason.BOT_OFF)));
    assertThat(ConversationRulesTest.broken(told.history()))
        .doesNotContain("message-ends", "event-numbers");
  }
}
