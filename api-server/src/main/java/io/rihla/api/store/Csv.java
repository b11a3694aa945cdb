package io.rihla.api.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows as a spreadsheet reads them; a cell that would be taken for a formula is made a text. */
public final class Csv {
  private static final String LINE = "\r\n";

  private Csv() {}

  /** Whether the caller would rather have CSV than JSON. */
  public static boolean isWanted(ServerRequest request) {
    return request.headers().contains(HeaderNames.ACCEPT)
        && request
            .headers()
            .bestAccepted(MediaTypes.APPLICATION_JSON, MediaTypes.create("text/csv"))
            .map(type -> type.subtype().equals("csv"))
            .orElse(false);
  }

  public static void send(ServerResponse response, String filename, String csv) {
    response
        .header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(filename))
        .send(csv.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The rows below the names of their fields.
   *
   * @param empty a row without values, for the names
   */
  public static <R> String write(List<R> rows, R empty) {
    StringBuilder csv = new StringBuilder();
    List<String> names = new ArrayList<>();
    Iterator<String> fields = Json.tree(empty).fieldNames();
    fields.forEachRemaining(names::add);
    csv.append(String.join(",", names)).append(LINE);
    for (R row : rows) {
      List<String> cells = new ArrayList<>();
      Json.tree(row).forEach(value -> cells.add(cell(value)));
      csv.append(String.join(",", cells)).append(LINE);
    }
    return csv.toString();
  }

  /** Some fields of rows that are JSON already. */
  public static String write(List<String> names, List<? extends JsonNode> rows) {
    StringBuilder csv = new StringBuilder(String.join(",", names)).append(LINE);
    for (JsonNode row : rows) {
      List<String> cells = names.stream().map(name -> cell(row.path(name))).toList();
      csv.append(String.join(",", cells)).append(LINE);
    }
    return csv.toString();
  }

  private static String cell(JsonNode value) {
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
