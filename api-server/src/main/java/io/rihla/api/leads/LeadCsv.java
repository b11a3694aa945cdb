package io.rihla.api.leads;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Leads as a spreadsheet reads them; a cell that would be taken for a formula is made a text. */
final class LeadCsv {
  private static final String LINE = "\r\n";

  private LeadCsv() {}

  static String write(List<Lead> leads) {
    StringBuilder csv = new StringBuilder();
    csv.append(String.join(",", columns())).append(LINE);
    for (Lead lead : leads) {
      List<String> cells = new ArrayList<>();
      Json.tree(lead).forEach(value -> cells.add(cell(value)));
      csv.append(String.join(",", cells)).append(LINE);
    }
    return csv.toString();
  }

  private static List<String> columns() {
    Lead empty =
        new Lead(
            "", "", "", 0, null, null, null, null, null, null, "", null, "", null, 0, 0, null, 0,
            null, null);
    List<String> names = new ArrayList<>();
    Iterator<String> fields = Json.tree(empty).fieldNames();
    fields.forEachRemaining(names::add);
    return names;
  }

  private static String cell(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    String text = value.asText();
    if (value.isTextual() && text.matches("(?s)[=+\\-@\\t\\r].*")) {
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
