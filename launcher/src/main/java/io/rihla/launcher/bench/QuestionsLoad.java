package io.rihla.launcher.bench;

import io.rihla.launcher.local.Installation;
import io.rihla.launcher.local.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How fast a million questions are put together, and what is kept of them. */
final class QuestionsLoad {
  private static final String MAIN = "io.rihla.jobs.questions.offline.ClusterFile";
  private static final int QUESTIONS = 1_000_000;

  /** More is not needed, however many questions there are. */
  private static final String HEAP = "-Xmx128m";

  private static final Pattern ALONE =
      Pattern.compile("[\\d,]+ questions read alone: ([\\d,]+)/s.*");
  private static final Pattern CLUSTERED =
      Pattern.compile("([\\d,]+) questions: ([\\d,]+)/s, (\\d+) clusters, .*state ([\\d.]+) MB");

  Figure measure() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    Process process =
        new ProcessBuilder(
                installation.java().toString(),
                "-XX:+UseSerialGC",
                HEAP,
                "-cp",
                installation.classPath("stream-jobs"),
                MAIN,
                "--load",
                Integer.toString(QUESTIONS))
            .redirectErrorStream(true)
            .start();
    @Nullable Matcher last = null;
    double alone = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher read = ALONE.matcher(line);
        Matcher clustered = CLUSTERED.matcher(line);
        if (read.matches()) {
          alone = number(read.group(1));
        } else if (clustered.matches()) {
          last = clustered;
        }
      }
    }
    if (process.waitFor() != 0 || last == null || number(last.group(1)) < QUESTIONS) {
      throw new Refusal("The questions were not put together: run %s --load.".formatted(MAIN));
    }
    double rate = number(last.group(2));
    return new Figure(
        "questions put together, %s of a thousand topics, 128 MB of heap".formatted(last.group(1)),
        "%s questions/s on one processor, %.0f %% of reading them alone; %s clusters, %s MB of state"
            .formatted(last.group(2), 100 * rate / alone, last.group(3), last.group(4)),
        "-");
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(",", ""));
  }
}
