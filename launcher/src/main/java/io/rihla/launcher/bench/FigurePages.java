package io.rihla.launcher.bench;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How long the pages of figures take over ten million events. */
record FigurePages(String api, String token, ClickHouseClient tables) {
  private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\n");
  private static final int MILLIONS = 12;
  private static final int WARM = 10;
  private static final int ASKED = 60;
  private static final Map<String, String> IN_DATABASE =
      Map.of("database", ClickHouseTables.DATABASE);

  /** Fills the tables with a made-up year; only for a run that is thrown away. */
  void fill() throws IOException, InterruptedException {
    for (String statement : STATEMENT_END.splitAsStream(season()).toList()) {
      if (statement.contains("{million}")) {
        for (int million = 0; million < MILLIONS; million++) {
          tables.run(statement.replace("{million}", Integer.toString(million)), IN_DATABASE);
        }
      } else if (!statement.isBlank()) {
        tables.run(statement, IN_DATABASE);
      }
    }
  }

  List<Figure> measure() throws IOException, InterruptedException {
    String rows = tables.run("SELECT count() FROM events", IN_DATABASE).strip();
    List<Figure> figures = new ArrayList<>();
    for (String page : List.of("dashboard", "analytics")) {
      Latencies latencies = times(page);
      figures.add(
          new Figure(
              "GET %s over %s events".formatted(page, rows),
              "p50 %.0f ms, p95 %.0f ms"
                  .formatted(latencies.percentile(50), latencies.percentile(95)),
              "p95 <= 80 ms"));
    }
    return figures;
  }

  private Latencies times(String page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "/api/marketing/" + page))
            .header("Authorization", "Bearer " + token)
            .build();
    Latencies latencies = new Latencies();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < WARM + ASKED; i++) {
        long begin = System.nanoTime();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
          throw new IOException(page + " answered " + response.statusCode());
        }
        if (i >= WARM) {
          latencies.add((System.nanoTime() - begin) / 1e6);
        }
      }
    }
    return latencies;
  }

  private static String season() throws IOException {
    try (InputStream in = FigurePages.class.getResourceAsStream("season.sql")) {
      if (in == null) {
        throw new IOException("season.sql is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
