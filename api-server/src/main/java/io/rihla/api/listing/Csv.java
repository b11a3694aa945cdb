package io.rihla.api.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as a spreadsheet reads them; a cell that would be taken for a formula is made a text. */
public final class Csv {
  private static final String LINE = "\r\n";

  private Csv() {}

  public static String write(List<String> columns, List<? extends JsonNode> rows) {
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append(LINE);
    for (JsonNode row : rows) {
      csv.append(
              columns.stream()
                  .map(column -> cell(row.path(column)))
                  .collect(Collectors.joining(",")))
          .append(LINE);
    }
    return csv.toString();
  }

  static String cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    String text = value.isContainerNode() ? value.toString() : value.asText();
    if (value.isTextual() && text.matches("(?s)[=+\\-@\\t\\r].*")) {
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
