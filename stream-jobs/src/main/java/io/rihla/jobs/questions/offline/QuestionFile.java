package io.rihla.jobs.questions.offline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions of a file, and their topics when the file gives them. */
record QuestionFile(List<String> questions, Optional<List<String>> topics) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static QuestionFile read(ClusterArguments arguments) throws IOException {
    String text = text(arguments);
    String column = arguments.column();
    if (column == null) {
      return new QuestionFile(text.lines().toList(), Optional.empty());
    }
    List<List<String>> records = Csv.read(text);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("%s is empty".formatted(arguments.file()));
    }
    List<String> header = records.getFirst().stream().map(String::strip).toList();
    List<List<String>> rows = records.subList(1, records.size());
    @Nullable String truth = arguments.truth();
    return new QuestionFile(
        values(rows, position(header, column)),
        truth == null ? Optional.empty() : Optional.of(values(rows, position(header, truth))));
  }

  long different() {
    return questions.stream().distinct().count();
  }

  private static String text(ClusterArguments arguments) throws IOException {
    byte[] bytes =
        "-".equals(arguments.file().toString())
            ? System.in.readAllBytes()
            : Files.readAllBytes(arguments.file());
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static int position(List<String> header, String column) {
    int position = header.indexOf(column);
    if (position < 0) {
      throw new IllegalArgumentException(
          "there is no column '%s': use one of %s".formatted(column, header));
    }
    return position;
  }

  private static List<String> values(List<List<String>> rows, int position) {
    return rows.stream().map(row -> position < row.size() ? row.get(position) : "").toList();
  }
}
