package io.rihla.functions.brain.llm;

import java.net.URI;
import java.time.Duration;

/**
 * Which model, and how long and how much it may take.
 *
 * @param key empty when the server wants none
 * @param call the longest one call may take
 * @param total the longest a thought may take, retries and all
 * @param pause before the first retry; doubled each time, with jitter
 * @param rest how long a model that keeps failing is left alone
 * @param dailyTokens of all customers together, in this server
 * @param customerTokens of one customer in a day, in this server
 */
public record LlmSettings(
    URI baseUrl,
    String key,
    String model,
    double temperature,
    Duration call,
    Duration total,
    Duration pause,
    Duration rest,
    long dailyTokens,
    long customerTokens) {
  public static final Duration CALL = Duration.ofSeconds(20);
  public static final Duration TOTAL = Duration.ofSeconds(30);
  public static final Duration REST = Duration.ofSeconds(30);
  public static final Duration PAUSE = Duration.ofMillis(400);

  /** With the usual limits of time. */
  public static LlmSettings of(
      URI baseUrl,
      String key,
      String model,
      double temperature,
      long dailyTokens,
      long customerTokens) {
    return new LlmSettings(
        baseUrl, key, model, temperature, CALL, TOTAL, PAUSE, REST, dailyTokens, customerTokens);
  }

  public LlmSettings within(Duration oneCall, Duration thought, Duration firstPause) {
    return within(oneCall, thought, firstPause, rest);
  }

  /** With limits of time of one's own. */
  public LlmSettings within(
      Duration oneCall, Duration thought, Duration firstPause, Duration leftAlone) {
    return new LlmSettings(
        baseUrl,
        key,
        model,
        temperature,
        oneCall,
        thought,
        firstPause,
        leftAlone,
        dailyTokens,
        customerTokens);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "LlmSettings[%s at %s]".formatted(model, baseUrl);
  }
}
