package io.rihla.api.spend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a spreadsheet: a header line, then one row a line, parted by comma, semicolon or tab. */
final class CsvRows {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .build();

  private CsvRows() {}

  static List<RawRow> read(byte[] body) {
    String text = text(body);
    List<String[]> lines = lines(text);
    if (lines.isEmpty()) {
      throw new ProblemException(Problem.badRequest("the body is empty: send a header and rows"));
    }
    List<Optional<String>> columns = new ArrayList<>();
    Map<String, String> fixed = new HashMap<>();
    for (String heading : lines.getFirst()) {
      Optional<String> field = Columns.field(heading);
      columns.add(field);
      if (field.filter("spend"::equals).isPresent()) {
        Columns.currency(heading).ifPresent(currency -> fixed.put("currency", currency));
      }
    }
    List<RawRow> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      RawRow row = row(line + 1, columns, lines.get(line), fixed);
      if (!row.isTotal()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static RawRow row(
      int line, List<Optional<String>> columns, String[] cells, Map<String, String> fixed) {
    Map<String, String> fields = new HashMap<>(fixed);
    for (int i = 0; i < Math.min(columns.size(), cells.length); i++) {
      if (columns.get(i).isPresent() && !cells[i].isBlank()) {
        fields.put(columns.get(i).get(), cells[i].strip());
      }
    }
    fields.computeIfPresent("spend", (name, value) -> Amounts.plain(value));
    fields.computeIfPresent("link_clicks", (name, value) -> Amounts.plain(value));
    fields.computeIfPresent("impressions", (name, value) -> Amounts.plain(value));
    return new RawRow("line %d ".formatted(line), fields);
  }

  private static List<String[]> lines(String text) {
    try (MappingIterator<String[]> lines =
        CSV.readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator(text)))
            .readValues(text)) {
      return lines.readAll();
    } catch (JsonProcessingException e) {
      throw new ProblemException(
          Problem.badRequest("the body is not CSV: " + e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new ProblemException(Problem.badRequest("the body is not CSV"), e);
    }
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    for (char separator : new char[] {';', '\t'}) {
      if (count(header, separator) > count(header, best)) {
        best = separator;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(letter -> letter == wanted).count();
  }

  /** Spreadsheets write UTF-8 or UTF-16, with a mark in front. */
  private static String text(byte[] body) {
    Charset charset = StandardCharsets.UTF_8;
    if (body.length > 1 && body[0] == (byte) 0xFF && body[1] == (byte) 0xFE) {
      charset = StandardCharsets.UTF_16LE;
    } else if (body.length > 1 && body[0] == (byte) 0xFE && body[1] == (byte) 0xFF) {
      charset = StandardCharsets.UTF_16BE;
    }
    String text = new String(body, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
