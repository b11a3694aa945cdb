package io.rihla.launcher.verify.figures;

import io.rihla.launcher.demo.AnswerKey;
import io.rihla.launcher.demo.PlayedKey;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.verify.Finding;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Waits for the jobs and compares what they say with the log, and with an answer key. */
public record Figures(FiguresRun run, Optional<AnswerKey> key, Optional<PlayedKey> played) {
  private static final List<Comparison> COMPARISONS =
      List.of(
          new Comparison("journeys", "every journey is as the log tells it"),
          new Comparison("drop-offs", "every silence past its limit is known, and no other"),
          new Comparison("answers", "every AI answer has its time, text version and outcome"),
          new Comparison("episodes", "episodes begin, end and succeed as the log tells"),
          new Comparison("campaigns", "every campaign, ad and day has its journeys and money"),
          new Comparison("questions", "clusters have the questions that were asked"));

  /** What lies so far back has passed the jobs' watermark when they have read to the end. */
  private static final Duration WATERMARK = Duration.ofSeconds(90);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /**
   * @param patience how long the jobs may need
   */
  public List<Finding> check(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long asOf = System.currentTimeMillis() - WATERMARK.toMillis();
    try (JobsProgress progress = new JobsProgress(run.kafka())) {
      if (!progress.pass(progress.ends(), patience)) {
        throw new Refusal(
            "The jobs have not read to the end of the log within %d s: look at ./rihla status, or give"
                    .formatted(patience.toSeconds())
                + " more time with --jobs-patience.");
      }
      List<Finding> findings = findings(asOf);
      while (!findings.stream().allMatch(Finding::holds) && System.nanoTime() < deadline) {
        Thread.sleep(PAUSE);
        findings = findings(asOf);
      }
      return findings;
    } catch (IOException | ExecutionException | KafkaException e) {
      throw new Refusal(
          "The figures cannot be read (%s): start the run with ./rihla up."
              .formatted(e.getMessage()),
          e);
    }
  }

  private List<Finding> findings(long asOf) throws IOException, InterruptedException {
    Map<String, String> settings = run.with(Map.of("param_as_of", Long.toString(asOf)));
    List<Finding> findings = new ArrayList<>();
    for (Comparison comparison : COMPARISONS) {
      findings.add(comparison.compare(run.clickhouse(), settings));
    }
    if (key.isPresent()) {
      findings.addAll(new KeyComparison(run, key.get()).findings());
    }
    if (played.isPresent()) {
      findings.addAll(new PlayedComparison(run, played.get()).findings());
    }
    return findings;
  }
}
