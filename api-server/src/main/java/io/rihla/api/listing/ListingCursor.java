package io.rihla.api.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.ProblemException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The last row of the page before: what it was sorted by, and its key. */
record ListingCursor(String sort, String value, String key) {
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            Json.tree(List.of(sort, value, key)).toString().getBytes(StandardCharsets.UTF_8));
  }

  static ListingCursor parse(String text) {
    try {
      JsonNode parts =
          Json.parse(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
      if (parts.isArray() && parts.size() == 3) {
        return new ListingCursor(
            parts.get(0).asText(), parts.get(1).asText(), parts.get(2).asText());
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      // told below
    }
    throw ProblemException.badField("cursor", "is not the next_cursor of an earlier page");
  }
}
