package io.rihla.functions.brain.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers as a model writes them. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static ObjectNode saying(String reply) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("reply").add(reply);
    answer
        .put("intent", "DETAILS")
        .put("topic", "PRICE")
        .put("confidence", 0.93)
        .put("language", "ID");
    answer.putArray("facts").add("catalog:UMR_MAR_2027_HEMAT@1").add("made:up");
    answer.put("needs_human", false);
    answer.putArray("media");
    answer.put("question", "");
    return answer;
  }

  static String json(ObjectNode answer) {
    try {
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(String reply) {
    return json(saying(reply));
  }
}
