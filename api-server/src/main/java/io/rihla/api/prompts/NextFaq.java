package io.rihla.api.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.problem.Json;

/** The FAQ that follows another; lines that did not change stay as they are. */
final class NextFaq {
  private final ArrayNode entries;
  private final ArrayNode dismissed;

  NextFaq(String before) {
    JsonNode json = Json.parse(before);
    this.entries = (ArrayNode) (json.isArray() ? json : json.path("entries"));
    this.dismissed = Json.object().putArray("dismissed");
    json.path("dismissed").forEach(dismissed::add);
  }

  /** With one entry more; what was dismissed and is answered after all is dismissed no longer. */
  NextFaq answering(ObjectNode entry) {
    entries.add(entry);
    dismissed.removeIf(id -> id.asText().equals(entry.path("id").asText()));
    return this;
  }

  NextFaq dismissing(String id) {
    dismissed.add(id);
    return this;
  }

  String content() {
    if (dismissed.isEmpty()) {
      return entries.toPrettyString();
    }
    ObjectNode both = Json.object();
    both.set("entries", entries);
    both.set("dismissed", dismissed);
    return both.toPrettyString();
  }
}
