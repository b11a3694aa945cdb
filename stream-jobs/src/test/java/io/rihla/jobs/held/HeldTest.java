package io.rihla.jobs.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class HeldTest {
  @Test
  void aCheckpointHasWhatIsHeld() throws Exception {
    OperatorSubtaskState checkpoint;
    try (var operator = operator()) {
      operator.open();
      operator.processElement(new StreamRecord<>("ani put a"));
      operator.processElement(new StreamRecord<>("budi put b"));
      operator.processElement(new StreamRecord<>("ani put c"));
      checkpoint = checkpoint(operator);
    }

    assertThat(tellsAfter(checkpoint, "ani tell", "budi tell", "citra tell"))
        .containsExactly("ani 2 [a, c]", "budi 1 [b]", "citra null []");
  }

  @Test
  void whatWasTakenAwayStaysAway() throws Exception {
    OperatorSubtaskState checkpoint;
    try (var operator = operator()) {
      operator.open();
      operator.processElement(new StreamRecord<>("ani put a"));
      operator.processElement(new StreamRecord<>("ani put b"));
      operator.processElement(new StreamRecord<>("budi put a"));
      checkpoint(operator);
      operator.processElement(new StreamRecord<>("ani remove a"));
      operator.processElement(new StreamRecord<>("budi clear a"));
      operator.processElement(new StreamRecord<>("ani tell"));
      assertThat(operator.extractOutputValues()).containsExactly("ani 3 [b]");
      checkpoint = checkpoint(operator);
    }

    assertThat(tellsAfter(checkpoint, "ani tell", "budi tell"))
        .containsExactly("ani 3 [b]", "budi null []");
  }

  @Test
  void moreCustomersThanMemoryHasRoomForLoseNothing() throws Exception {
    int customers = 12_000;
    try (var operator = operator()) {
      operator.open();
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < customers; i++) {
          operator.processElement(new StreamRecord<>("c%d put %d".formatted(i, round)));
        }
      }
      for (int i = 0; i < customers; i++) {
        operator.processElement(new StreamRecord<>("c%d tell".formatted(i)));
      }

      assertThat(operator.extractOutputValues())
          .containsExactlyElementsOf(
              IntStream.range(0, customers).mapToObj("c%d 2 [0, 1]"::formatted).toList());
    }
  }

  private static List<String> tellsAfter(OperatorSubtaskState checkpoint, String... orders)
      throws Exception {
    try (var operator = operator()) {
      operator.initializeState(checkpoint);
      operator.open();
      for (String order : orders) {
        operator.processElement(new StreamRecord<>(order));
      }
      return operator.extractOutputValues();
    }
  }

  private static OperatorSubtaskState checkpoint(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> operator) throws Exception {
    operator.prepareSnapshotPreBarrier(1);
    return operator.snapshot(1, 1);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> operator()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        HoldingOperator.of(new Cupboard()), order -> order.split(" ")[0], Types.STRING);
  }

  /** Counts what is put and keeps it. */
  private static final class Cupboard extends KeyedProcessFunction<String, String, String>
      implements Holding {
    private static final long serialVersionUID = 1;

    private transient Held held;
    private transient ValueState<Integer> count;
    private transient MapState<String, String> things;

    @Override
    public void open(OpenContext context) {
      held = new Held();
      count =
          held.value(getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.INT)));
      things =
          held.map(
              getRuntimeContext()
                  .getMapState(new MapStateDescriptor<>("things", Types.STRING, Types.STRING)));
    }

    @Override
    public Held held() {
      return held;
    }

    @Override
    public void processElement(String order, Context context, Collector<String> out)
        throws Exception {
      String[] words = order.split(" ");
      if (words[1].equals("tell")) {
        List<String> names = new java.util.ArrayList<>();
        for (Map.Entry<String, String> thing : things.entries()) {
          names.add(thing.getKey());
        }
        out.collect("%s %s %s".formatted(context.getCurrentKey(), count.value(), names));
        return;
      }
      count.update(count.value() == null ? 1 : count.value() + 1);
      switch (words[1]) {
        case "put" -> things.put(words[2], order);
        case "remove" -> things.remove(words[2]);
        default -> {
          things.clear();
          count.clear();
        }
      }
    }
  }
}
