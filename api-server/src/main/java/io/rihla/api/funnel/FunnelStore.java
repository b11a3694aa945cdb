package io.rihla.api.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.analytics.Figures;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts journeys by the steps they reached. */
final class FunnelStore {
  /** Upper bounds of the histogram: minutes, hours, days. */
  private static final List<Long> BOUNDS =
      List.of(300L, 3_600L, 21_600L, 86_400L, 259_200L, 604_800L, 1_209_600L, 2_592_000L);

  private static final int MOST_PARTS = 800;

  private final ClickHouse clickHouse;

  FunnelStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  Funnel read(FunnelRequest request) throws StoreUnavailable {
    List<Counted> counted = new ArrayList<>();
    for (Step step : Step.values()) {
      counted.add(count(request, step));
    }
    return new Funnel(
        request.scope().days().from().toString(),
        request.scope().days().to().toString(),
        request.windowDays().orElse(null),
        steps(counted),
        counted.stream()
            .filter(one -> one.step() != Step.LEADS)
            .map(one -> new Funnel.Histogram(one.step().name(), one.buckets()))
            .toList(),
        request.breakdown().map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(null),
        parts(request));
  }

  private record Counted(
      Step step, long journeys, @Nullable Double median, List<Funnel.Bucket> buckets) {}

  private Counted count(FunnelRequest request, Step step) throws StoreUnavailable {
    Where where = request.where();
    String bounds = BOUNDS.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String sql =
        """
        SELECT
            toInt64(count()) AS journeys,
            ifNull(toString(quantileExactOrNull(0.5)(seconds)), '') AS median,
            toJSONString(arrayMap(
                n -> toInt64(countEqual(groupArray(arrayFirstIndex(bound -> seconds <= bound, [%1$s])), n)),
                [1, 2, 3, 4, 5, 6, 7, 8, 0])) AS buckets
        FROM
        (
            SELECT assumeNotNull(dateDiff('second', opened_at, %2$s)) AS seconds
            FROM attributed_journeys
            WHERE %3$s AND %4$s
        )
        """
            .formatted(bounds, step.column(), request.reached(step), where.sql());
    return clickHouse
        .first(
            sql,
            row ->
                new Counted(
                    step,
                    row.number("journeys"),
                    row.decimal("median"),
                    buckets(row.json("buckets"))),
            where.values())
        .orElseThrow();
  }

  private static List<Funnel.Bucket> buckets(JsonNode counts) {
    List<Funnel.Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Long bound = i < BOUNDS.size() ? BOUNDS.get(i) : null;
      buckets.add(new Funnel.Bucket(bound, counts.get(i).asLong()));
    }
    return buckets;
  }

  private static List<Funnel.StepFigures> steps(List<Counted> counted) {
    List<Funnel.StepFigures> steps = new ArrayList<>();
    long start = counted.getFirst().journeys();
    long before = start;
    for (Counted one : counted) {
      Double conversion = Figures.ratio(one.journeys(), before);
      Double fromStart = Figures.ratio(one.journeys(), start);
      steps.add(
          new Funnel.StepFigures(
              one.step().name(),
              one.journeys(),
              Figures.percent(conversion),
              conversion,
              Figures.percent(fromStart),
              fromStart,
              one.median()));
      before = one.journeys();
    }
    return steps;
  }

  private List<Funnel.Part> parts(FunnelRequest request) throws StoreUnavailable {
    if (request.breakdown().isEmpty()) {
      return List.of();
    }
    Where where = request.where();
    String sql =
        """
        SELECT
            %1$s AS value, toInt64(count()) AS leads, toInt64(countIf(%2$s)) AS interest,
            toInt64(countIf(%3$s)) AS booking, toInt64(countIf(%4$s)) AS paid
        FROM attributed_journeys
        WHERE %5$s
        GROUP BY value
        ORDER BY %6$s
        LIMIT %7$d
        """
            .formatted(
                request.breakdown().get().sql(),
                request.reached(Step.INTEREST),
                request.reached(Step.BOOKING),
                request.reached(Step.PAID),
                where.sql(),
                request.breakdown().get() == Breakdown.DAY ? "value" : "leads DESC, value",
                MOST_PARTS);
    return clickHouse.query(sql, FunnelStore::part, where.values());
  }

  private static Funnel.Part part(Row row) {
    Double rate = Figures.ratio(row.number("paid"), row.number("leads"));
    return new Funnel.Part(
        row.text("value"),
        row.number("leads"),
        row.number("interest"),
        row.number("booking"),
        row.number("paid"),
        Figures.percent(rate),
        rate);
  }
}
