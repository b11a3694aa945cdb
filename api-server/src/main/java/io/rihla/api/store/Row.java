package io.rihla.api.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.dbclient.DbRow;
import io.rihla.api.problem.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of an answer, column by name. Times are selected as epoch milliseconds. */
public record Row(DbRow row) {
  public String text(String column) {
    return row.column(column).getString();
  }

  /** Null where the table keeps an empty text for what is not known. */
  public @Nullable String textOrNull(String column) {
    String text = text(column);
    return text.isEmpty() ? null : text;
  }

  public long number(String column) {
    return row.column(column).getLong();
  }

  /** ISO 8601 in UTC; null for the epoch, which stands for never. */
  public @Nullable String time(String column) {
    long millis = number(column);
    return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
  }

  /** Null where there is nothing to tell: selected as a text that is empty then. */
  public @Nullable Double decimal(String column) {
    String text = text(column);
    return text.isEmpty() ? null : Double.valueOf(text);
  }

  public JsonNode json(String column) {
    return Json.parse(text(column));
  }
}
