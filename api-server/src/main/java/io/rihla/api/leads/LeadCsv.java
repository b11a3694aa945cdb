package io.rihla.api.leads;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.listing.Csv;
import io.rihla.api.problem.Json;
import java.util.ArrayList;
import java.util.List;

/** Leads as a spreadsheet reads them. */
final class LeadCsv {
  private LeadCsv() {}

  static String write(List<Lead> leads) {
    return Csv.write(columns(), leads.stream().map(Json::tree).toList());
  }

  private static List<String> columns() {
    JsonNode empty =
        Json.tree(
            new Lead(
                "", "", "", 0, null, null, null, null, null, null, "", null, "", null, 0, 0, null,
                0, null, null));
    List<String> names = new ArrayList<>();
    empty.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
