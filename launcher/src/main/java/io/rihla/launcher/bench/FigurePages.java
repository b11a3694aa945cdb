package io.rihla.launcher.bench;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.demo.KafkaSeason;
import io.rihla.launcher.demo.Season;
import io.rihla.launcher.local.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long the pages of figures take over ten million events, one reader at a time. */
record FigurePages(String api, String token, ClickHouseClient tables) {
  private static final long EVENTS = 10_200_000;
  private static final int CUSTOMERS = 1_500;
  private static final int DAYS = 30;
  private static final int WARM = 20;
  private static final int ASKED = 120;
  private static final double LIMIT_MILLIS = 80;
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final int[] LENGTHS = {7, 30, 90, 365};
  private static final int SHIFTS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long POLL_MILLIS = 500;
  private static final Map<String, String> IN_DATABASE =
      Map.of("database", ClickHouseTables.DATABASE);

  /**
   * Lets the jobs write a season into the tables and tells it again until there are enough events;
   * only for a run that is thrown away.
   */
  void fill(String kafka, String pseudonymKey) throws IOException, InterruptedException {
    KafkaSeason.write(new Season(CUSTOMERS, DAYS, 1, Instant.now(), ZONE, pseudonymKey), kafka);
    try (Drain drain = new Drain(kafka)) {
      // ticks come in for ever, and the last of them are never told at once
      long season = drain.written();
      long begin = System.nanoTime();
      while (drain.committed() < season) {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
          throw new Refusal("The jobs are not through with the season: look into their log.");
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    Multiplication copies = new Multiplication(tables);
    copies.upTo(EVENTS);
    copies.settle();
  }

  List<Figure> measure() throws IOException, InterruptedException {
    String rows = tables.run("SELECT count() FROM events", IN_DATABASE).strip();
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("dashboard", rows, List.of("")));
    figures.add(figure("analytics, the last 30 days", rows, List.of("")));
    figures.add(figure("analytics, 7 to 365 days and filters", rows, questions()));
    return figures;
  }

  private Figure figure(String name, String rows, List<String> queries)
      throws IOException, InterruptedException {
    String page = name.startsWith("dashboard") ? "dashboard" : "analytics";
    Latencies latencies = times(page, queries);
    double slow = latencies.percentile(95);
    return new Figure(
        "GET %s over %s events (%d times)".formatted(name, rows, ASKED),
        "p50 %.0f ms, p95 %.0f ms".formatted(latencies.percentile(50), slow),
        "p95 <= %.0f ms: %s".formatted(LIMIT_MILLIS, slow <= LIMIT_MILLIS ? "met" : "missed"));
  }

  /** Ranges of every length with every filter, ending now and earlier. */
  private List<String> questions() throws IOException, InterruptedException {
    List<String> filters = new ArrayList<>(List.of("", "&language=id", "&language=en"));
    first("first_campaign").forEach(code -> filters.add("&campaign=" + code));
    first("prompt_version").forEach(one -> filters.add("&prompt_version=" + one));
    List<String> queries = new ArrayList<>();
    LocalDate today = LocalDate.now(ZONE);
    for (int shift = 0; shift < SHIFTS; shift++) {
      for (String filter : filters) {
        for (int length : LENGTHS) {
          LocalDate to = today.minusDays(shift);
          queries.add("?from=%s&to=%s%s".formatted(to.minusDays(length - 1L), to, filter));
        }
      }
    }
    return queries;
  }

  /** The two most frequent values of a column of journeys. */
  private List<String> first(String column) throws IOException, InterruptedException {
    String sql = "SELECT arrayJoin(topKIf(2)(%1$s, %1$s != '')) FROM journeys".formatted(column);
    return tables.run(sql, IN_DATABASE).strip().lines().toList();
  }

  private Latencies times(String page, List<String> queries)
      throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < WARM + ASKED; i++) {
        String query = queries.get(i % queries.size()).replace(":", "%3A");
        long begin = System.nanoTime();
        HttpResponse<String> response =
            http.send(
                HttpRequest.newBuilder(URI.create(api + "/api/marketing/" + page + query))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
          throw new IOException(page + query + " answered " + response.statusCode());
        }
        if (i >= WARM) {
          latencies.add((System.nanoTime() - begin) / 1e6);
        }
      }
    }
    return latencies;
  }
}
