package io.rihla.jobs.performance;

import io.rihla.jobs.held.HoldingOperator;
import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Every AI answer with its speed and price, and the episodes it was part of. */
public final class PerformanceJob {
  public static final String NAME = "performance";
  public static final String ANSWERS = AnswerRow.TABLE;
  public static final String EPISODES = Episode.TABLE;

  private PerformanceJob() {}

  /** The rows of {@code ai_answers} and {@code episodes}. */
  public record Rows(DataStream<VersionedRow> answers, DataStream<VersionedRow> episodes) {}

  public static Rows define(DataStream<SourcedEvent> byCustomer, TokenPrices prices) {
    SingleOutputStreamOperator<VersionedRow> answers =
        Keeping.concerning(byCustomer, NAME, Moment::concerns)
            .transform(
                "performance: answers and episodes",
                TypeInformation.of(VersionedRow.class),
                HoldingOperator.of(new PerformanceFn(prices)))
            .uid("performance-answers-and-episodes");
    return new Rows(answers, answers.getSideOutput(PerformanceFn.EPISODES));
  }
}
