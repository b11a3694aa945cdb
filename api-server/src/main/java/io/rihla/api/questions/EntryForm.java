package io.rihla.api.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.Json;
import io.rihla.schemas.prompts.ContentFault;
import io.rihla.schemas.prompts.FaqContent;
import java.util.List;

/** Reads the FAQ entry that somebody wrote for a suggestion; every bad field is named. */
final class EntryForm {
  private EntryForm() {}

  static ObjectNode entry(FieldReader in, SuggestedCluster cluster) {
    ObjectNode entry = Json.object();
    entry.put("id", cluster.id());
    entry.put("topic", cluster.topic().name());
    entry.set("questions", questions(in.json("question_variants"), cluster));
    for (String name : List.of("answer", "valid_from", "valid_until")) {
      if (in.has(name)) {
        entry.set(name, in.json(name));
      }
    }
    ArrayNode alone = Json.object().putArray("entries").add(entry);
    for (ContentFault fault : FaqContent.parse(alone.toString()).faults()) {
      String place =
          fault
              .place()
              .replaceFirst("^\\[0]\\.?", "")
              .replaceFirst("^questions", "question_variants");
      in.fault(place, fault.message(), "");
    }
    return entry;
  }

  /** A list is in Bahasa; without any the customers' own words are taken. */
  private static JsonNode questions(JsonNode variants, SuggestedCluster cluster) {
    if (variants.isObject()) {
      return variants;
    }
    ObjectNode questions = Json.object();
    if (variants.isMissingNode() || variants.isNull()) {
      cluster.wordings().forEach(questions.putArray("id")::add);
    } else {
      questions.set("id", variants);
    }
    return questions;
  }
}
