package io.rihla.functions;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import java.time.Duration;
import java.util.List;

/** What the function server counts, at {@code /observe/metrics}. */
final class FunctionMetrics {
  private final MeterRegistry registry = Metrics.globalRegistry();
  private final Timer calls =
      registry.getOrCreate(
          Timer.builder("rihla_function_calls")
              .description("Batches of calls from the StateFun runtime"));

  void called(Duration duration) {
    calls.record(duration);
  }

  void failed(String function) {
    registry
        .getOrCreate(
            Counter.builder("rihla_function_failures")
                .description("Messages that became dead letters")
                .tags(List.of(Tag.create("function", function))))
        .increment();
  }
}
