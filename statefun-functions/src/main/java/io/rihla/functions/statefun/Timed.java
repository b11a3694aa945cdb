package io.rihla.functions.statefun;

import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.message.Message;

/** Around every function: how long it takes over one message, at {@code /observe/metrics}. */
final class Timed implements StatefulFunction {
  private static final Duration[] BOUNDS =
      IntStream.of(2, 5, 10, 20, 30, 50, 80, 120, 200, 300, 500, 1_000, 2_000, 5_000, 20_000)
          .mapToObj(tenths -> Duration.ofNanos(tenths * 100_000L))
          .toArray(Duration[]::new);

  private final StatefulFunction function;
  private final Timer timer;

  Timed(TypeName name, StatefulFunction function) {
    this.function = function;
    this.timer =
        Metrics.globalRegistry()
            .getOrCreate(
                Timer.builder("rihla_function")
                    .description("Messages that a function worked on, one by one")
                    .tags(List.of(Tag.create("function", name.name())))
                    .buckets(BOUNDS));
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) throws Throwable {
    long began = System.nanoTime();
    return function
        .apply(context, message)
        .whenComplete((done, failure) -> timer.record(Duration.ofNanos(System.nanoTime() - began)));
  }
}
