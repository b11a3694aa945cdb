package io.rihla.api.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.store.AtOnce;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.DeskCounts;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the view {@code desk} says.
 *
 * @param urgent who waits, most urgent first, as many as are shown
 * @param latest who wrote last in the last 24 hours, as many as are shown
 */
record Desk(DeskCounts counts, List<Waiting> urgent, List<Wrote> latest) {

  static final int WAITING_SHOWN = 100;
  static final int LATEST_SHOWN = 20;

  /**
   * Everything in one pass, because each pass compares the versions of every customer. One pass is
   * the work of one processor, so each half of the customers gets its own.
   */
  private static final String HALF =
      """
      SELECT
          %s,
          toJSONString(arrayMap(
              one -> (one.3, one.4, one.5, -one.1, toUnixTimestamp64Milli(one.2), greatest(dateDiff('second', one.2, now64(3)), 0))
                  ::Tuple(key String, need String, phase String, priority Int64, since Int64, seconds Int64),
              groupArraySortedIf(%d)((-toInt16(priority), ball_at, customer_key, need, phase), ball = 'WAITING'))) AS urgent,
          toJSONString(arrayMap(
              one -> (one.2, -one.1)::Tuple(key String, at Int64),
              groupArraySortedIf(%d)(
                  (-toUnixTimestamp64Milli(last_message_at), customer_key),
                  last_message_at >= now64(3) - INTERVAL 24 HOUR))) AS latest
      FROM desk
      WHERE customer_key %%s 'c_8'
      """
          .formatted(DeskCounts.COLUMNS, WAITING_SHOWN, LATEST_SHOWN);

  /** Somebody who waits for a human. */
  record Waiting(
      String key, String need, @Nullable String phase, int rank, long since, long seconds) {
    private static final List<String> PRIORITIES = List.of("normal", "high", "urgent");
    private static final Comparator<Waiting> MOST_URGENT =
        Comparator.comparingInt(Waiting::rank)
            .reversed()
            .thenComparingLong(Waiting::since)
            .thenComparing(Waiting::key);

    private static Waiting of(JsonNode one) {
      String phase = one.path("phase").asText();
      return new Waiting(
          one.path("key").asText(),
          one.path("need").asText(),
          phase.isEmpty() ? null : phase,
          one.path("priority").asInt(),
          one.path("since").asLong(),
          one.path("seconds").asLong());
    }

    String kind() {
      return need.equals("ESCALATION") ? "escalation" : "handover";
    }

    @Nullable String priority() {
      return need.isEmpty() ? null : PRIORITIES.get(rank);
    }
  }

  /** Somebody who wrote, or was written to. */
  record Wrote(String key, long at) {
    private static final Comparator<Wrote> LATEST =
        Comparator.comparingLong(Wrote::at).reversed().thenComparing(Wrote::key);

    private static Wrote of(JsonNode one) {
      return new Wrote(one.path("key").asText(), one.path("at").asLong());
    }
  }

  static Desk read(ClickHouse clickHouse) throws StoreUnavailable {
    try (AtOnce together = new AtOnce()) {
      AtOnce.Answer<Desk> lower = together.ask(() -> half(clickHouse, "<"));
      return half(clickHouse, ">=").plus(lower.get());
    }
  }

  private static Desk half(ClickHouse clickHouse, String side) throws StoreUnavailable {
    return clickHouse.first(HALF.formatted(side), Desk::of).orElseThrow();
  }

  private static Desk of(Row row) {
    return new Desk(
        DeskCounts.of(row),
        list(row.json("urgent"), Waiting::of),
        list(row.json("latest"), Wrote::of));
  }

  private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> one) {
    return StreamSupport.stream(nodes.spliterator(), false).map(one).toList();
  }

  Desk plus(Desk other) {
    return new Desk(
        counts.plus(other.counts),
        first(WAITING_SHOWN, Waiting.MOST_URGENT, urgent, other.urgent),
        first(LATEST_SHOWN, Wrote.LATEST, latest, other.latest));
  }

  private static <T> List<T> first(int count, Comparator<T> order, List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).sorted(order).limit(count).toList();
  }
}
