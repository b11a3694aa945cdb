package io.rihla.jobs.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.clustering.Meaning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusteringOperatorTest {
  private static final List<String> TEXTS =
      List.of(
          "berapa harga paketnya kak",
          "hotelnya jauh ga dari masjid",
          "Assalamualaikum",
          "visa sudah termasuk belum");

  @Test
  void aRestartKeepsTheIds() throws Exception {
    List<String> uninterrupted;
    try (var harness = opened(null)) {
      ask(harness, 0, 600);
      uninterrupted = ids(harness);
    }
    OperatorSubtaskState state;
    List<String> before;
    try (var harness = opened(null)) {
      ask(harness, 0, 250);
      snapshot(harness, 1);
      ask(harness, 250, 350);
      state = snapshot(harness, 2);
      before = ids(harness);
      // lost with the process, and read again from the log
      ask(harness, 350, 400);
    }
    try (var harness = opened(state)) {
      ask(harness, 350, 600);

      assertThat(before).hasSize(263);
      assertThat(IntStream.range(0, before.size()).mapToObj(before::get).toList())
          .isEqualTo(uninterrupted.subList(0, before.size()));
      assertThat(ids(harness))
          .isEqualTo(uninterrupted.subList(before.size(), uninterrupted.size()));
    }
  }

  @Test
  void aNewClusterIsKeptWithItsWords() throws Exception {
    try (var harness = opened(null)) {
      ask(harness, 0, 1);

      ClusterRow row = harness.getSideOutput(ClusteringOperator.CLUSTERS).peek().getValue();
      assertThat(row.label()).isEqualTo("berapa harga paketnya kak");
      assertThat(row.clusterId()).isEqualTo(ids(harness).getFirst());
      assertThat(new String(row.json(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("\"examples\":[\"berapa harga paketnya kak\"]");
    }
  }

  @Test
  void afterAnOlderSavepointTheLaterReadingWins() throws Exception {
    List<Question> questions = varied(2_000);
    MergeTable table = new MergeTable();
    MergeTable first = new MergeTable();
    MergeTable second = new MergeTable();
    Set<String> ids = new HashSet<>();
    OperatorSubtaskState savepoint;
    try (var harness = opened(null)) {
      harness.setProcessingTime(1_000_000);
      ask(harness, questions.subList(0, 600));
      savepoint = snapshot(harness, 1);
      ids.addAll(ids(harness));
      ask(harness, questions.subList(600, 2_000));
      table.insert(harness);
      first.insert(harness);
    }
    List<Question> otherwise = new ArrayList<>(questions.subList(600, 2_000));
    Collections.shuffle(otherwise, new Random(5));
    try (var harness = opened(savepoint)) {
      harness.setProcessingTime(2_000_000);
      ask(harness, otherwise);
      table.insert(harness);
      second.insert(harness);
      ids.addAll(ids(harness));
    }

    assertThat(ids)
        .as("the readings differ in what they merge")
        .anyMatch(id -> first.now(id) != null && !Objects.equals(first.now(id), table.now(id)));
    for (String id : ids) {
      assertThat(table.now(id)).isEqualTo(second.now(id));
      assertThat(table.now(table.now(id))).as("one step leads there").isEqualTo(table.now(id));
    }
  }

  /** What ClickHouse keeps of the rows: the highest version, of equal ones the latest. */
  private static final class MergeTable {
    private final Map<String, MergeRow> rows = new HashMap<>();

    void insert(
        KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion> harness) {
      for (StreamRecord<MergeRow> record : harness.getSideOutput(ClusteringOperator.MERGES)) {
        MergeRow row = record.getValue();
        rows.merge(row.fromId(), row, (old, next) -> next.version() >= old.version() ? next : old);
      }
    }

    @Nullable String now(String id) {
      MergeRow row = rows.get(id);
      return row == null ? null : row.intoId();
    }
  }

  /** Questions about some things, each in a few of many words. */
  private static List<Question> varied(int count) {
    Random random = new Random(11);
    char[][] words = new char[1_000][6];
    for (char[] word : words) {
      for (int at = 0; at < word.length; at++) {
        word[at] = (char) ('a' + random.nextInt(26));
      }
    }
    List<Question> questions = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int topic = (int) (Math.pow(random.nextDouble(), 2) * 120);
      StringBuilder text = new StringBuilder("kak");
      for (int word = 0; word < 4; word++) {
        text.append(' ').append(new String(words[topic * 7 + random.nextInt(10)]));
      }
      questions.add(question(number, text.toString()));
    }
    return questions;
  }

  private static void ask(
      KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion> harness,
      List<Question> questions)
      throws Exception {
    for (Question question : questions) {
      harness.processElement(new StreamRecord<>(question, question.askedAt()));
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion> opened(
      @Nullable OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion>(
            new ClusteringOperator(), question -> ClusteringOperator.KEY, Types.STRING);
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private static void ask(
      KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion> harness,
      int from,
      int until)
      throws Exception {
    for (int number = from; number < until; number++) {
      harness.processElement(
          new StreamRecord<>(question(number, TEXTS.get(number % TEXTS.size())), number));
    }
  }

  private static OperatorSubtaskState snapshot(
      KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion> harness,
      long checkpoint)
      throws Exception {
    harness.prepareSnapshotPreBarrier(checkpoint);
    return harness.snapshot(checkpoint, checkpoint);
  }

  private static List<String> ids(
      KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion> harness) {
    return harness.extractOutputValues().stream().map(ClusteredQuestion::clusterId).toList();
  }

  private static Question question(int number, String text) {
    return new Question(
        "m" + number,
        "c_1",
        "conv_1",
        1,
        text + (number % 7 == 6 ? " " + number : ""),
        number * 1_000L,
        "ID",
        "DETAILS",
        "PRICE",
        "t" + number,
        0,
        number,
        Meaning.UNKNOWN);
  }
}
