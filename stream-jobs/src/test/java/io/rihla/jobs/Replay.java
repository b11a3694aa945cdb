package io.rihla.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.jobs.held.HoldingOperator;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.SourcedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * Runs a job's operator over a log as Flink would, and keeps its rows as a ReplacingMergeTree
 * would: of each key the row with the highest version, unless that one is deleted.
 */
public final class Replay {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_PARALLELISM = 128;
  private static final long LATENESS = 60_000;

  private final Supplier<HoldingOperator<SourcedEvent, VersionedRow>> operator;
  private final List<String> key;
  private final List<OutputTag<VersionedRow>> side;
  private final Map<String, JsonNode> table = new TreeMap<>();

  /** Keeps the rows of the main output. */
  public Replay(Supplier<HoldingOperator<SourcedEvent, VersionedRow>> operator, List<String> key) {
    this(operator, key, List.of());
  }

  /** Keeps the rows of side outputs. */
  public Replay(
      Supplier<HoldingOperator<SourcedEvent, VersionedRow>> operator,
      List<String> key,
      List<OutputTag<VersionedRow>> side) {
    this.operator = operator;
    this.key = key;
    this.side = side;
  }

  /** The whole log, and then time alone until the end. */
  public Map<String, JsonNode> straight(List<SourcedEvent> log, long end) throws Exception {
    run(log, 0, log.size(), null, 1, end);
    return rows();
  }

  /** Stops after some events, goes back to an older savepoint, and runs on from there. */
  public Map<String, JsonNode> fromOlderSavepoint(
      List<SourcedEvent> log, int savepoint, int stop, int parallelism, long end) throws Exception {
    List<OperatorSubtaskState> old = run(log, 0, savepoint, null, 1, Long.MIN_VALUE);
    run(log, savepoint, stop, old, 1, Long.MIN_VALUE);
    run(log, savepoint, log.size(), old, parallelism, end);
    return rows();
  }

  private List<OperatorSubtaskState> run(
      List<SourcedEvent> log,
      int from,
      int to,
      List<OperatorSubtaskState> start,
      int parallelism,
      long end)
      throws Exception {
    List<OperatorSubtaskState> stop = new ArrayList<>();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      try (var harness = harness(parallelism, subtask)) {
        harness.setup();
        if (start != null) {
          harness.initializeState(
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  start.get(0), MAX_PARALLELISM, 1, parallelism, subtask));
        }
        harness.open();
        long newest = Long.MIN_VALUE;
        for (SourcedEvent sourced : log.subList(from, to)) {
          String customer = sourced.event().customerKey();
          if (KeyGroupRangeAssignment.assignKeyToParallelOperator(
                  customer, MAX_PARALLELISM, parallelism)
              == subtask) {
            harness.processElement(sourced, sourced.time());
          }
          if (sourced.time() > newest) {
            newest = sourced.time();
            harness.processWatermark(newest - LATENESS);
          }
        }
        if (end != Long.MIN_VALUE) {
          harness.processWatermark(end);
        }
        harness.prepareSnapshotPreBarrier(1);
        stop.add(harness.snapshot(1, 1));
        keep(harness);
      }
    }
    return stop;
  }

  private KeyedOneInputStreamOperatorTestHarness<String, SourcedEvent, VersionedRow> harness(
      int parallelism, int subtask) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        operator.get(),
        sourced -> sourced.event().customerKey(),
        Types.STRING,
        MAX_PARALLELISM,
        parallelism,
        subtask);
  }

  private void keep(
      KeyedOneInputStreamOperatorTestHarness<String, SourcedEvent, VersionedRow> harness)
      throws Exception {
    if (side.isEmpty()) {
      for (VersionedRow row : harness.extractOutputValues()) {
        keep(row);
      }
    }
    for (OutputTag<VersionedRow> tag : side) {
      if (harness.getSideOutput(tag) != null) {
        for (var record : harness.getSideOutput(tag)) {
          keep(record.getValue());
        }
      }
    }
  }

  private void keep(VersionedRow row) throws Exception {
    JsonNode columns = JSON.readTree(row.json());
    StringBuilder name = new StringBuilder();
    key.forEach(column -> name.append(columns.get(column).asText()).append('/'));
    JsonNode known = table.get(name.toString());
    if (known == null || known.get("version").asLong() <= columns.get("version").asLong()) {
      table.put(name.toString(), columns);
    }
  }

  private Map<String, JsonNode> rows() {
    Map<String, JsonNode> rows = new TreeMap<>();
    table.forEach(
        (name, row) -> {
          if (row.get("is_deleted").asInt() == 0) {
            ObjectNode figures = row.deepCopy();
            figures.remove(List.of("version", "source_partition", "source_offset"));
            rows.put(name, figures);
          }
        });
    return rows;
  }
}
