package io.rihla.functions.statefun;

import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.functions.FunctionFailed;
import io.rihla.schemas.identity.NoticeKey;
import io.rihla.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Around every function: a failure becomes a dead letter and a word to the conversation, never a
 * failed HTTP answer, which would restart the whole StateFun job, for ever.
 */
final class Guard implements StatefulFunction {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final StatefulFunction guarded;
  private final InstantSource clock;
  private final Consumer<String> failures;

  Guard(StatefulFunction guarded, InstantSource clock, Consumer<String> failures) {
    this.guarded = guarded;
    this.clock = clock;
    this.failures = failures;
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) {
    CompletableFuture<Void> result;
    try {
      result = guarded.apply(context, message);
    } catch (Throwable failure) {
      result = CompletableFuture.failedFuture(failure);
    }
    return result.exceptionally(
        failure -> {
          bury(context, message, failure instanceof CompletionException ? cause(failure) : failure);
          return null;
        });
  }

  private void bury(Context context, Message message, Throwable failure) {
    String function = context.self().type().name();
    String detail = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    byte[] original = message.rawValue().toByteArray();
    String letterId =
        UUID.nameUUIDFromBytes(
                (context.self() + detail + new String(original, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.UTF_8))
            .toString();
    LOG.error(
        "function={} id={} message={} letter={} failed",
        function,
        context.self().id(),
        message.valueTypeName(),
        letterId,
        failure);
    failures.accept(function);
    boolean thinking = message.is(Types.THOUGHT_REQUEST);
    String customer = thinking ? thinkerOf(message) : context.self().id();
    context.send(
        Types.egress(
            Topics.DEAD_LETTERS,
            letterId,
            new DeadLetter(
                letterId,
                clock.millis(),
                function,
                "function_failed",
                detail,
                customer,
                message.valueTypeName().name(),
                null,
                null,
                java.nio.ByteBuffer.wrap(original))));
    boolean concernsCustomer = thinking || context.self().type().equals(Types.DELIVERY);
    if (concernsCustomer && !customer.isEmpty() && !NoticeKey.isOne(customer)) {
      context.send(
          MessageBuilder.forAddress(Types.CONVERSATION, customer)
              .withCustomType(
                  Types.FUNCTION_FAILED,
                  new FunctionFailed(
                      function, thinking ? context.self().id() : letterId, detail, letterId))
              .build());
    }
  }

  private static String thinkerOf(Message message) {
    try {
      return message.as(Types.THOUGHT_REQUEST).customerKey();
    } catch (RuntimeException unreadable) {
      return "";
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : cause;
  }
}
