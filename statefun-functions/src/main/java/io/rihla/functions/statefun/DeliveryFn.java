package io.rihla.functions.statefun;

import io.rihla.functions.delivery.Delivery;
import io.rihla.schemas.codec.RecordData;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.DeliveryState;
import io.rihla.schemas.functions.PartFailed;
import io.rihla.schemas.identity.NoticeKey;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;

/** {@code rihla/delivery}, keyed by customer: plays replies into WAHA, one part at a time. */
final class DeliveryFn implements StatefulFunction {
  static final ValueSpec<DeliveryState> STATE =
      ValueSpec.named("delivery").withCustomType(Types.DELIVERY_STATE);

  private final Delivery delivery;
  private final InstantSource clock;
  private final Executor threads;

  DeliveryFn(Delivery delivery, InstantSource clock, Executor threads) {
    this.delivery = delivery;
    this.clock = clock;
    this.threads = threads;
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) {
    return CompletableFuture.runAsync(() -> deliver(context, message), threads);
  }

  private void deliver(Context context, Message message) {
    DeliveryState state = context.storage().get(STATE).orElseGet(Delivery::begin);
    Delivery.Result result = next(state, message);
    context.storage().set(STATE, result.state());
    result.reports().forEach(report -> tell(context, report));
    for (Delivery.Wake wake : result.wakes()) {
      Message step =
          MessageBuilder.forAddress(context.self())
              .withCustomType(Types.NEXT_STEP, wake.step())
              .build();
      if (wake.delay().isZero()) {
        context.send(step);
      } else {
        context.sendAfter(wake.delay(), step);
      }
    }
  }

  /** A notice to an admin belongs to no conversation: only its failure is worth a record. */
  private void tell(Context context, DeliveryReport report) {
    String id = context.self().id();
    if (!NoticeKey.isOne(id)) {
      context.send(
          MessageBuilder.forAddress(Types.CONVERSATION, id)
              .withCustomType(Types.DELIVERY_REPORT, report)
              .build());
    } else if (report.outcome() instanceof PartFailed failed) {
      String letterId = "dl_" + report.partId();
      context.send(
          Types.egress(
              Topics.DEAD_LETTERS,
              letterId,
              new DeadLetter(
                  letterId,
                  report.occurredAt(),
                  "delivery",
                  "NOTICE_NOT_DELIVERED",
                  report.replyId() + ": " + failed.reason(),
                  null,
                  Topics.WHATSAPP_OUTBOUND.name(),
                  null,
                  null,
                  ByteBuffer.wrap(
                      RecordData.json(report.content()).getBytes(StandardCharsets.UTF_8)))));
    }
  }

  private Delivery.Result next(DeliveryState state, Message message) {
    long now = clock.millis();
    if (message.is(Types.OUTBOUND_REPLY)) {
      OutboundReply reply = message.as(Types.OUTBOUND_REPLY);
      return delivery.accept(state, reply, now);
    }
    if (message.is(Types.CANCEL_REPLY)) {
      return delivery.cancel(state, message.as(Types.CANCEL_REPLY), now);
    }
    return delivery.proceed(state, message.as(Types.NEXT_STEP), now);
  }
}
