package io.rihla.jobs.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.clustering.Meaning;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
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

  private static KeyedOneInputStreamOperatorTestHarness<String, Question, ClusteredQuestion> opened(
      @org.jspecify.annotations.Nullable OperatorSubtaskState state) throws Exception {
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
