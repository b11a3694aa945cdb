package io.rihla.launcher.cli;

import io.rihla.launcher.local.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the clustering of the jobs on a file, in a process with their class path. */
@Command(
    name = "cluster",
    description = {
      "Put questions that ask the same together: writes cluster_id,label for every line of FILE.",
      "A line that is no question (a greeting, thanks, yes or no) gets an empty id."
    })
public final class ClusterCommand implements Callable<Integer> {
  private static final String MAIN = "io.rihla.jobs.questions.offline.ClusterFile";

  @Parameters(paramLabel = "FILE", description = "One question per line; - reads standard input")
  private String file = "-";

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "FILE is CSV with a header, the questions are in this column")
  private @Nullable String column;

  @Option(
      names = "--truth",
      paramLabel = "NAME",
      description = "Column with the true topics: prints NMI, ARI and AMI to standard error")
  private @Nullable String truth;

  @Option(
      names = "--stream",
      description = "As the running job does it: one question after the other, each seen once")
  private boolean stream;

  @Option(names = "--no-synonyms", description = "Without the list of synonyms and spellings")
  private boolean withoutSynonyms;

  @Option(names = "--stats", description = "Print how long it took to standard error")
  private boolean stats;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    List<String> command =
        new ArrayList<>(
            List.of(
                installation.java().toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                installation.classPath("stream-jobs"),
                MAIN,
                file));
    add(command, "--column", column);
    add(command, "--truth", truth);
    add(command, "--stream", stream);
    add(command, "--no-synonyms", withoutSynonyms);
    add(command, "--stats", stats);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void add(List<String> command, String option, @Nullable String value) {
    if (value != null) {
      command.addAll(List.of(option, value));
    }
  }

  private static void add(List<String> command, String option, boolean wanted) {
    if (wanted) {
      command.add(option);
    }
  }
}
