package io.rihla.jobs.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Inserts batches into one table, synchronously, under their token.
 *
 * <p>Speaks HTTP itself: the official client repeats a request answered with 503 on its own, with a
 * body it has already read to the end, and reports the empty insert as a success (docs/adr/0008).
 */
final class ClickHouseTable implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int SYNTAX_ERROR = 62;

  /** Faults of a row that ClickHouse does not report as a bad request. */
  private static final Set<Integer> ROW_FAULTS =
      Set.of(
          33, // CANNOT_READ_ALL_DATA
          349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
          691); // UNKNOWN_ELEMENT_OF_ENUM

  private static final Map<String, String> SETTINGS =
      Map.of(
          "async_insert", "0",
          // one batch is one block, whose token is the batch's
          "input_format_parallel_parsing", "0",
          // a repeated insert completes the views that the first attempt did not reach
          "deduplicate_blocks_in_dependent_materialized_views", "1",
          // a customer who writes a date wrote text
          "input_format_try_infer_dates", "0",
          "input_format_try_infer_datetimes", "0",
          // a table that lacks a column is behind: say so instead of losing the value
          "input_format_skip_unknown_fields", "0");

  private final ClickHouseAddress address;
  private final String insert;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  ClickHouseTable(ClickHouseAddress address, String table) {
    this.address = address;
    this.insert =
        SETTINGS.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("&"))
            + "&database="
            + encoded(address.database())
            + "&query="
            + encoded("INSERT INTO %s FORMAT JSONEachRow".formatted(table));
  }

  InsertOutcome insert(Batch batch) throws InterruptedException {
    URI uri =
        URI.create(
            "%s/?%s&insert_deduplication_token=%s"
                .formatted(address.url(), insert, encoded(batch.token())));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("X-ClickHouse-User", address.user())
            .header("X-ClickHouse-Key", address.password())
            .POST(BodyPublishers.ofByteArray(lines(batch)))
            .build();
    try {
      return outcome(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return new InsertOutcome.Unavailable(e.toString());
    }
  }

  private static InsertOutcome outcome(HttpResponse<String> response) {
    int code = exceptionCode(response);
    if (response.statusCode() == OK && code == 0) {
      return new InsertOutcome.Inserted();
    }
    boolean rowFault =
        ROW_FAULTS.contains(code)
            || (response.statusCode() == BAD_REQUEST && code != 0 && code != SYNTAX_ERROR);
    return rowFault
        ? new InsertOutcome.Refused(code, response.body())
        : new InsertOutcome.Unavailable(
            "HTTP %d, ClickHouse error %d".formatted(response.statusCode(), code));
  }

  private static int exceptionCode(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("X-ClickHouse-Exception-Code")
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static byte[] lines(Batch batch) {
    int size = batch.rows().stream().mapToInt(row -> row.json().length + 1).sum();
    ByteArrayOutputStream lines = new ByteArrayOutputStream(size);
    for (Batch.Row row : batch.rows()) {
      lines.writeBytes(row.json());
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
