package io.rihla.functions.statefun;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.delivery.Delivery;
import io.rihla.functions.delivery.Typing;
import io.rihla.functions.delivery.Waha;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.outbound.TextPart;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.statefun.sdk.java.Address;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;
import org.apache.flink.statefun.sdk.java.testing.TestContext;
import org.junit.jupiter.api.Test;

/** A notice to an admin goes the way of every reply, but there is no conversation to report to. */
class NoticeDeliveryTest {
  private static final String ADMIN = "n_0123456789abcdef01234567";

  private final DeliveryFn delivery =
      new DeliveryFn(
          new Delivery(new TakingWaha(), Typing.NONE),
          InstantSource.fixed(Instant.ofEpochMilli(Samples.NOW)),
          Runnable::run);

  @Test
  void aSentNoticeIsReportedToNobody() {
    TestContext context = deliver(ADMIN, Samples.NOW);
    assertThat(context.getSentMessages()).isEmpty();
    assertThat(context.getSentEgressMessages()).isEmpty();
  }

  @Test
  void aNoticeThatCouldNotBeSentInTimeIsADeadLetter() {
    TestContext context = deliver(ADMIN, Samples.NOW - 3_600_000);
    assertThat(context.getSentMessages()).isEmpty();
    assertThat(context.getSentEgressMessages()).hasSize(1);
  }

  @Test
  void aReplyToACustomerIsReportedToTheConversation() {
    TestContext context = deliver(Samples.CUSTOMER.value(), Samples.NOW);
    assertThat(context.getSentMessages())
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent.message().targetAddress())
                    .isEqualTo(new Address(Types.CONVERSATION, Samples.CUSTOMER.value())));
  }

  private TestContext deliver(String key, long plannedAt) {
    TestContext context = TestContext.forTarget(new Address(Types.DELIVERY, key));
    OutboundReply notice =
        new OutboundReply(
            "notice_1",
            key,
            "",
            "default",
            "6289900000001@c.us",
            Author.BOT,
            plannedAt,
            List.of(),
            List.of(new ReplyPart("3EB0AA", new TextPart("Ada percakapan"))));
    delivery
        .apply(
            context,
            MessageBuilder.forAddress(context.self())
                .withCustomType(Types.OUTBOUND_REPLY, notice)
                .build())
        .join();
    return context;
  }

  private static final class TakingWaha implements Waha {
    @Override
    public void seen(String session, String chatId, List<String> messageIds) {}

    @Override
    public void typing(String session, String chatId, boolean on) {}

    @Override
    public Answer<List<OwnMessage>> ownMessages(String session, String chatId, long since) {
      return new Answer.Done<>(List.of());
    }

    @Override
    public Answer<String> send(String session, String chatId, String partId, PartContent content) {
      return new Answer.Done<>(partId);
    }
  }
}
