package io.rihla.api.spend;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of JSON: a list, {@code {"rows": [...]}} of our own, or {@code {"data": [...]}} as Meta's
 * Insights answers. Meta writes numbers as texts, and counts one click under several names in
 * {@code actions}: only {@code link_click} is one on the link, and nothing is added up.
 */
final class JsonRows {
  private static final Map<String, String> META =
      Map.of(
          "date_start", "day",
          "date_stop", "day_end",
          "account_currency", "currency",
          "campaign_name", "meta_campaign",
          "inline_link_clicks", "link_clicks");

  private JsonRows() {}

  static List<RawRow> read(JsonNode json) {
    if (json.isArray()) {
      return rows(json, "rows");
    }
    for (String name : List.of("rows", "data")) {
      if (json.path(name).isArray()) {
        return rows(json.get(name), name);
      }
    }
    if (json.has("error")) {
      throw new ProblemException(
          Problem.badRequest(
              "this is an error of Meta's, not a report: " + json.at("/error/message").asText()));
    }
    throw new ProblemException(
        Problem.badRequest(
            "the body has neither rows nor data: send a list of rows, {\"rows\": [...]}, Meta's"
                + " answer with \"data\", or CSV as text/csv"));
  }

  private static List<RawRow> rows(JsonNode list, String name) {
    List<RawRow> rows = new ArrayList<>();
    for (JsonNode item : list) {
      if (!item.isObject()) {
        throw ProblemException.badField("%s[%d]".formatted(name, rows.size()), "must be an object");
      }
      rows.add(new RawRow("%s[%d].".formatted(name, rows.size()), fields(item)));
    }
    return rows;
  }

  private static Map<String, String> fields(JsonNode row) {
    Map<String, String> fields = new HashMap<>();
    row.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (!value.isNull() && !field.getKey().equals("actions")) {
                String text = value.isValueNode() ? value.asText() : value.toString();
                fields.put(META.getOrDefault(field.getKey(), field.getKey()), text);
              }
            });
    for (JsonNode action : row.path("actions")) {
      if (action.path("action_type").asText().equals("link_click")) {
        fields.putIfAbsent("link_clicks", action.path("value").asText());
      }
    }
    return fields;
  }
}
