package io.rihla.api.questions;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A kind of question, as an FAQ entry is written for it. */
record SuggestedCluster(String id, TopicOfQuestion topic, List<String> wordings) {
  /** One that was merged into another is that one. */
  private static final String FIND =
      """
      SELECT cluster_id, toString(topic) AS topic, toJSONString(arrayDistinct(arrayPushFront(examples, label))) AS wordings
      FROM questions
      WHERE cluster_id =
          (SELECT if(count() = 0, ?, any(into_id)) FROM question_merges FINAL WHERE from_id = ?)
      """;

  static SuggestedCluster find(ClickHouse clickHouse, String id) {
    try {
      return clickHouse
          .first(FIND, SuggestedCluster::of, id, id)
          .orElseThrow(
              () -> new ProblemException(Problem.notFound("there is no question cluster " + id)));
    } catch (StoreUnavailable e) {
      throw e.asProblem();
    }
  }

  private static SuggestedCluster of(Row row) {
    List<String> wordings = new ArrayList<>();
    for (JsonNode text : row.json("wordings")) {
      if (!text.asText().isBlank()) {
        wordings.add(text.asText());
      }
    }
    return new SuggestedCluster(row.text("cluster_id"), topic(row.text("topic")), wordings);
  }

  private static TopicOfQuestion topic(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    return Stream.of(TopicOfQuestion.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(TopicOfQuestion.OTHER);
  }
}
