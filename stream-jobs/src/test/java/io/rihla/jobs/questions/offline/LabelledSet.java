package io.rihla.jobs.questions.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Questions whose topic somebody gave. */
record LabelledSet(String name, List<String> topics, List<String> questions) {
  static LabelledSet read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            LabelledSet.class.getResourceAsStream("/questions/" + name + ".csv"), name)) {
      List<List<String>> rows =
          Csv.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream().skip(1).toList();
      return new LabelledSet(
          name,
          rows.stream().map(List::getFirst).toList(),
          rows.stream().map(List::getLast).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LabelledSet shuffled(long seed) {
    List<Integer> order = new ArrayList<>();
    for (int at = 0; at < topics.size(); at++) {
      order.add(at);
    }
    Collections.shuffle(order, new Random(seed));
    return new LabelledSet(
        name,
        order.stream().map(topics::get).toList(),
        order.stream().map(questions::get).toList());
  }

  int differentTopics() {
    return (int) topics.stream().distinct().count();
  }
}
