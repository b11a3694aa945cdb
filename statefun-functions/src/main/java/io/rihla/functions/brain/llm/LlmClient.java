package io.rihla.functions.brain.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the model. Never takes longer than its deadline: a call that hangs is cut off, a refused or
 * failed one is tried again after a pause, and a model that keeps failing is left alone for a
 * while.
 */
final class LlmClient {
  private static final int ATTEMPTS = 3;

  /** Why there is no answer, in a word or two for events and logs. */
  static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String reason) {
      super(reason);
    }
  }

  private final LlmSettings settings;
  private final OpenAiChatModel model;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final CircuitBreaker breaker;

  LlmClient(LlmSettings settings) {
    this.settings = settings;
    this.breaker =
        CircuitBreaker.of(
            "llm",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    this.model =
        OpenAiChatModel.builder()
            .baseUrl(settings.baseUrl().toString())
            .apiKey(settings.key().isEmpty() ? "none" : settings.key())
            .modelName(settings.model())
            .temperature(settings.temperature())
            .timeout(settings.call())
            .maxRetries(0)
            .strictJsonSchema(true)
            .build();
  }

  ChatResponse call(List<ChatMessage> messages, Deadline deadline) throws Unavailable {
    ChatRequest request =
        ChatRequest.builder().messages(messages).responseFormat(ModelAnswer.FORMAT).build();
    Duration pause = settings.pause();
    String reason = "timeout";
    for (int attempt = 1; attempt <= ATTEMPTS && !deadline.isOver(); attempt++) {
      if (!breaker.tryAcquirePermission()) {
        throw new Unavailable("circuit open");
      }
      long began = System.nanoTime();
      try {
        ChatResponse response = once(request, deadline.left(settings.call()));
        breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return response;
      } catch (TimeoutException e) {
        reason = "timeout";
        breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
      } catch (LangChain4jException e) {
        reason = e.getClass().getSimpleName();
        breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
        if (e instanceof NonRetriableException) {
          throw new Unavailable(reason);
        }
      }
      pause = rest(pause, deadline);
    }
    throw new Unavailable(reason);
  }

  private ChatResponse once(ChatRequest request, Duration most)
      throws TimeoutException, Unavailable {
    Future<ChatResponse> call = calls.submit(() -> model.chat(request));
    try {
      return call.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LangChain4jException failed) {
        throw failed;
      }
      throw new LangChain4jException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted");
    } finally {
      call.cancel(true);
    }
  }

  private static Duration rest(Duration pause, Deadline deadline) throws Unavailable {
    long jittered = (long) (pause.toMillis() * (0.5 + ThreadLocalRandom.current().nextDouble()));
    try {
      Thread.sleep(deadline.left(Duration.ofMillis(jittered)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted");
    }
    return pause.multipliedBy(2);
  }
}
