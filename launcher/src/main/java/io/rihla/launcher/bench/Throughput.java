package io.rihla.launcher.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How many messages a second the whole product answers without a language model, beside what the
 * broker alone can carry, and how long each function takes over a message.
 */
record Throughput(BenchTarget target) {
  private static final int WARM_UP = 200;
  private static final int MESSAGES = 1_500;
  private static final int CUSTOMERS = 80;
  private static final int BARE_RECORDS = 50_000;
  private static final List<String> FUNCTIONS = List.of("conversation", "brain", "delivery");

  List<Figure> measure() throws IOException, InterruptedException {
    // the first conversations meet cold code
    new Flood(target, WARM_UP).run();
    Flood.Result flood = new Flood(target, MESSAGES).run();
    // a function's own time is seen when it need not wait for a processor
    String before = FunctionTimes.metrics(target.functions());
    new Conversations(target, CUSTOMERS).measure();
    String after = FunctionTimes.metrics(target.functions());
    double bare = new BareKafka(target.kafka(), BARE_RECORDS).perSecond();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "messages written at once -> answered at WAHA (%d of %d)"
                .formatted(flood.answered(), MESSAGES),
            "%.0f messages/s".formatted(flood.perSecond()),
            "-"));
    figures.add(
        new Figure(
            "bare Kafka, written with acks=all -> read (%d records)".formatted(BARE_RECORDS),
            "%.0f records/s, %.0f times the conversations"
                .formatted(bare, bare / flood.perSecond()),
            "-"));
    for (String function : FUNCTIONS) {
      FunctionTimes times =
          FunctionTimes.parse(after, function).since(FunctionTimes.parse(before, function));
      figures.add(
          new Figure(
              "function %s at four customers a second (%d messages)"
                  .formatted(function, times.count()),
              "p50 %s, p99 %s".formatted(times.percentile(50), times.percentile(99)),
              "-"));
    }
    return figures;
  }
}
