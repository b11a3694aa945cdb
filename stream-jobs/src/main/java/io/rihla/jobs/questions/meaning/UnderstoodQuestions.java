package io.rihla.jobs.questions.meaning;

import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.clustering.Meaning;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each question what the model says it means; without a model, or when it is away, the
 * question goes on as it is. It is part of the graph in any case, so that a model can be configured
 * and taken away without giving up the state.
 */
public final class UnderstoodQuestions extends RichAsyncFunction<Question, Question> {
  private static final long serialVersionUID = 1;
  private static final int AT_ONCE = 32;
  private static final Duration PATIENCE = Embedder.TIMEOUT.multipliedBy(2);

  private final @Nullable EmbeddingEndpoint endpoint;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient Optional<Embedder> embedder;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient ExecutorService threads;

  private UnderstoodQuestions(@Nullable EmbeddingEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  public static SingleOutputStreamOperator<Question> define(
      DataStream<Question> questions, Optional<EmbeddingEndpoint> endpoint) {
    return AsyncDataStream.orderedWait(
        questions,
        new UnderstoodQuestions(endpoint.orElse(null)),
        PATIENCE.toMillis(),
        TimeUnit.MILLISECONDS,
        AT_ONCE);
  }

  @Override
  public void open(OpenContext context) {
    embedder = Optional.ofNullable(endpoint).map(one -> new Embedder(one, InstantSource.system()));
    threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  @Override
  public void asyncInvoke(Question question, ResultFuture<Question> result) {
    if (embedder.isEmpty()) {
      result.complete(List.of(question));
      return;
    }
    threads.execute(
        () ->
            result.complete(
                List.of(
                    embedder
                        .get()
                        .embed(question.text())
                        .map(Meaning::of)
                        .map(question::meaning)
                        .orElse(question))));
  }

  @Override
  public void timeout(Question question, ResultFuture<Question> result) {
    result.complete(List.of(question));
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
