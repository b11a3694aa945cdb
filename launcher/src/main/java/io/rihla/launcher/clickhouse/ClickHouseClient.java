package io.rihla.launcher.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** SQL over ClickHouse's HTTP interface, as one user. */
public record ClickHouseClient(String url, String user, String password) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Runs a statement and gives its answer as text. */
  public String run(String sql, Map<String, String> settings)
      throws IOException, InterruptedException {
    try (InputStream answer = stream(sql, settings)) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Runs a statement and gives its answer as it arrives. */
  public InputStream stream(String sql, Map<String, String> settings)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/?" + query(settings)))
            .header("X-ClickHouse-User", user)
            .header("X-ClickHouse-Key", password)
            .timeout(Duration.ofMinutes(5))
            .POST(HttpRequest.BodyPublishers.ofString(sql))
            .build();
    HttpResponse<InputStream> response =
        HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      try (InputStream body = response.body()) {
        throw new StatementFailed(new String(body.readAllBytes(), StandardCharsets.UTF_8).strip());
      }
    }
    return response.body();
  }

  private static String query(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(
            setting ->
                setting.getKey()
                    + "="
                    + URLEncoder.encode(setting.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** ClickHouse refused a statement, in its own words. */
  public static final class StatementFailed extends IOException {
    StatementFailed(String message) {
      super(message);
    }
  }
}
