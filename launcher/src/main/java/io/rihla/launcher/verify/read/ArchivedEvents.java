package io.rihla.launcher.verify.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.verify.history.Archive;
import io.rihla.launcher.verify.history.ArchivedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What lies in ClickHouse's table {@code events}. */
public record ArchivedEvents(ClickHouseClient clickhouse) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> SETTINGS = Map.of("database", ClickHouseTables.DATABASE);
  private static final String ROWS =
      """
      SELECT event_id, event_type, toUnixTimestamp64Milli(event_time),
        toUnixTimestamp64Milli(recorded_at), customer_key, conversation_id, journey, session, seq,
        cause, actor, source_partition, source_offset
      FROM events FINAL
      FORMAT JSONCompactEachRow""";

  public Archive read() throws IOException, InterruptedException {
    List<ArchivedEvent> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(clickhouse.stream(ROWS, SETTINGS), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(event(JSON.readTree(line)));
      }
    }
    String rows = clickhouse.run("SELECT count() FROM events FORMAT TSV", SETTINGS).strip();
    return new Archive(Long.parseLong(rows), events);
  }

  /** Whole numbers of 64 bits come as texts. */
  private static ArchivedEvent event(JsonNode row) {
    return new ArchivedEvent(
        row.get(0).asText(),
        row.get(1).asText(),
        row.get(2).asLong(),
        row.get(3).asLong(),
        row.get(4).asText(),
        row.get(5).asText(),
        row.get(6).asInt(),
        row.get(7).asText(),
        row.get(8).asLong(),
        row.get(9).asText(),
        row.get(10).asText(),
        row.get(11).asInt(),
        row.get(12).asLong());
  }
}
