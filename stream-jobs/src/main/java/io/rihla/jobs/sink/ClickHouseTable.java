package io.rihla.jobs.sink;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Inserts batches into one table, synchronously, under their token. */
final class ClickHouseTable implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
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

  private final String table;
  private final Client client;

  ClickHouseTable(ClickHouseAddress address, String table) {
    this.table = table;
    this.client =
        new Client.Builder()
            .addEndpoint(address.url().toString())
            .setUsername(address.user())
            .setPassword(address.password())
            .setDefaultDatabase(address.database())
            .setConnectTimeout(PATIENCE.toMillis(), ChronoUnit.MILLIS)
            .setSocketTimeout(PATIENCE.toMillis(), ChronoUnit.MILLIS)
            .setMaxConnections(1)
            .setMaxRetries(0) // the committer decides
            .compressClientRequest(false)
            .build();
  }

  InsertOutcome insert(Batch batch) throws InterruptedException {
    InsertSettings settings = new InsertSettings().setDeduplicationToken(batch.token());
    SETTINGS.forEach(settings::serverSetting);
    try {
      client
          .insert(table, lines(batch), ClickHouseFormat.JSONEachRow, settings)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .close();
      return new InsertOutcome.Inserted();
    } catch (InterruptedException e) {
      throw e;
    } catch (ExecutionException e) {
      return outcome(e.getCause());
    } catch (TimeoutException e) {
      return new InsertOutcome.Unavailable("no answer in " + PATIENCE.toSeconds() + " s");
    } catch (Exception e) {
      return outcome(e);
    }
  }

  private static InsertOutcome outcome(@Nullable Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerException refusal) {
        return isRowFault(refusal)
            ? new InsertOutcome.Refused(refusal.getCode(), String.valueOf(refusal.getMessage()))
            : new InsertOutcome.Unavailable(
                "HTTP %d, ClickHouse error %d"
                    .formatted(refusal.getTransportProtocolCode(), refusal.getCode()));
      }
    }
    return new InsertOutcome.Unavailable(String.valueOf(fault));
  }

  private static boolean isRowFault(ServerException refusal) {
    return ROW_FAULTS.contains(refusal.getCode())
        || (refusal.getTransportProtocolCode() == BAD_REQUEST && refusal.getCode() != SYNTAX_ERROR);
  }

  private static ByteArrayInputStream lines(Batch batch) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Batch.Row row : batch.rows()) {
      lines.writeBytes(row.json());
      lines.write('\n');
    }
    return new ByteArrayInputStream(lines.toByteArray());
  }

  @Override
  public void close() {
    client.close();
  }
}
