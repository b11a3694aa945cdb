package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The campaign codes of the demo catalog, so that the page can offer them. */
final class DemoCodes {
  private static final String CATALOG = "/demo/catalog.json";

  private DemoCodes() {}

  static ArrayNode read() {
    ArrayNode codes = Json.array();
    try (InputStream in = DemoCodes.class.getResourceAsStream(CATALOG)) {
      if (in == null) {
        return codes;
      }
      for (JsonNode entry : Json.readTree(in)) {
        ObjectNode code = Json.object();
        code.set("code", entry.path("code"));
        code.set("name", entry.path("name"));
        codes.add(code);
      }
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + CATALOG, e);
    }
  }
}
