package io.rihla.jobs.questions.offline;

import io.rihla.jobs.questions.clustering.NamedCluster;
import io.rihla.jobs.questions.clustering.QuestionReader;
import io.rihla.jobs.questions.clustering.WholeFile;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Writes {@code cluster_id,label} for every question of a file, in its order. */
public final class ClusterFile {
  private static final int FAILED = 1;

  /** Comparing all with all takes too long beyond this: about a minute. */
  private static final long MOST_AT_ONCE = 25_000;

  private ClusterFile() {}

  public static void main(String[] arguments) {
    try {
      if (arguments.length == 2 && "--load".equals(arguments[0])) {
        new ClusterLoad().run(Integer.parseInt(arguments[1]));
        return;
      }
      run(ClusterArguments.read(arguments));
    } catch (NoSuchFileException e) {
      refuse("there is no file " + e.getMessage());
    } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private static void run(ClusterArguments arguments) throws IOException {
    QuestionFile file = QuestionFile.read(arguments);
    QuestionReader reader =
        arguments.synonyms() ? QuestionReader.standard() : QuestionReader.withoutSynonyms();
    long begin = System.nanoTime();
    List<Optional<NamedCluster>> clusters =
        arguments.stream() || file.different() > MOST_AT_ONCE
            ? new StreamedFile(reader).cluster(file.questions())
            : new WholeFile(reader).cluster(file.questions());
    long nanoseconds = System.nanoTime() - begin;
    write(clusters);
    PrintStream report = System.err;
    file.topics().ifPresent(topics -> report.println(Quality.of(topics, clusters)));
    if (arguments.stats()) {
      report.printf("%d questions in %d ms%n", clusters.size(), nanoseconds / 1_000_000);
    }
  }

  private static void write(List<Optional<NamedCluster>> clusters) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      out.write("cluster_id,label\n");
      for (Optional<NamedCluster> cluster : clusters) {
        out.write(
            cluster.map(named -> named.id() + ',' + Csv.field(named.label())).orElse(",") + '\n');
      }
    }
  }

  private static void refuse(String reason) {
    System.err.println("rihla: " + reason + '.');
    System.exit(FAILED);
  }
}
