package io.rihla.jobs.questions.offline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What to cluster.
 *
 * @param column the column of a CSV file with a header; null when each line is a question
 * @param truth the column with the topic somebody gave each question; null when nobody did
 * @param stream as they come, one after the other, and not with knowledge of the whole
 */
record ClusterArguments(
    Path file,
    @Nullable String column,
    @Nullable String truth,
    boolean synonyms,
    boolean stream,
    boolean stats) {

  static ClusterArguments read(String... arguments) {
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    Path file = null;
    String column = null;
    String truth = null;
    boolean synonyms = true;
    boolean stream = false;
    boolean stats = false;
    while (rest.hasNext()) {
      String argument = rest.next();
      switch (argument) {
        case "--column" -> column = value(rest, argument);
        case "--truth" -> truth = value(rest, argument);
        case "--no-synonyms" -> synonyms = false;
        case "--stream" -> stream = true;
        case "--stats" -> stats = true;
        default -> file = Path.of(argument);
      }
    }
    if (file == null) {
      throw new IllegalArgumentException("name the file with the questions");
    }
    if (truth != null && column == null) {
      throw new IllegalArgumentException(
          "--truth needs --column: name the column of the questions");
    }
    return new ClusterArguments(file, column, truth, synonyms, stream, stats);
  }

  private static String value(Iterator<String> rest, String argument) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(argument + " needs the name of a column");
    }
    return rest.next();
  }
}
