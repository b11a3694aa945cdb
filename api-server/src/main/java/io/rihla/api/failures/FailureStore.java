package io.rihla.api.failures;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.Paged;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about answers that led nowhere. */
final class FailureStore {
  private static final String COLUMNS =
      """
      SELECT
          failure_id, conversation_id, reason, detail, question, answer, prompt_version, variant,
          model, topic, confidence, phase, package_code, toInt64(journey) AS journey_number,
          toUnixTimestamp64Milli(answered_at) AS answered_ms,
          toUnixTimestamp64Milli(failed_at) AS failed_ms
      FROM failed_conversations""";

  private final Paged<Failure> failures;

  FailureStore(ClickHouse clickHouse) {
    this.failures = new Paged<>(clickHouse, COLUMNS, "failed", "failure_id", FailureStore::failure);
  }

  Paged.Page<Failure> list(Paged.Request request) throws StoreUnavailable {
    return failures.page(request);
  }

  List<Failure> export(Paged.Request request) throws StoreUnavailable {
    return failures.all(request);
  }

  private static Failure failure(Row row) {
    return new Failure(
        row.text("failure_id"),
        row.text("conversation_id"),
        row.text("reason"),
        row.textOrNull("detail"),
        row.textOrNull("question"),
        row.textOrNull("answer"),
        row.textOrNull("prompt_version"),
        row.textOrNull("variant"),
        row.textOrNull("model"),
        row.textOrNull("topic"),
        confidence(row),
        row.textOrNull("phase"),
        row.textOrNull("package_code"),
        row.number("journey_number"),
        row.time("answered_ms"),
        row.time("failed_ms"));
  }

  private static @Nullable Double confidence(Row row) {
    String text = row.textOrNull("confidence");
    return text == null ? null : Double.valueOf(text);
  }
}
