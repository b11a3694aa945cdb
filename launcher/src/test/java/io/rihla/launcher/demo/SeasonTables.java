package io.rihla.launcher.demo;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.codec.RecordData;
import io.rihla.schemas.conversation.ConversationEvent;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the events of a season where the archive would put them. */
public record SeasonTables(Season season, AnswerKey key) {
  private static final int BATCH = 20_000;

  public static SeasonTables fill(ClickHouseClient clickhouse, int customers, int days, long seed)
      throws IOException, InterruptedException {
    Season season = Seasons.season(customers, days, seed);
    Seasons told = new Seasons(season);
    StringBuilder rows = new StringBuilder();
    Set<String> ids = new HashSet<>();
    for (ConversationEvent event : told.events) {
      if (ids.add(event.eventId())) {
        rows.append(row(event, ids.size())).append('\n');
        if (ids.size() % BATCH == 0) {
          insert(clickhouse, rows);
        }
      }
    }
    insert(clickhouse, rows);
    for (Campaign campaign : told.campaigns) {
      clickhouse.run(
          "INSERT INTO campaigns (campaign, ad_ids, updated_at, version) VALUES ('%s', [%s], 0, 1)"
              .formatted(
                  campaign.code(),
                  campaign.adIds().stream()
                      .map(ad -> "'" + ad + "'")
                      .collect(Collectors.joining(","))),
          Map.of("database", "rihla"));
    }
    return new SeasonTables(season, told.key);
  }

  private static void insert(ClickHouseClient clickhouse, StringBuilder rows)
      throws IOException, InterruptedException {
    clickhouse.run(
        "INSERT INTO events FORMAT JSONEachRow\n" + rows,
        Map.of("database", "rihla", "date_time_input_format", "best_effort"));
    rows.setLength(0);
  }

  private static String row(ConversationEvent event, int offset) {
    return """
        {"event_id":"%s","event_type":"%s","event_time":"%s","recorded_at":"%s","customer_key":"%s",\
        "conversation_id":"%s","journey":%d,"session":"%s","seq":%d,"cause":"%s","actor":"%s",\
        "payload":%s,"source_partition":0,"source_offset":%d}"""
        .formatted(
            event.eventId(),
            event.payload().getClass().getSimpleName(),
            java.time.Instant.ofEpochMilli(event.eventTime()),
            java.time.Instant.ofEpochMilli(event.recordedAt()),
            event.customerKey(),
            event.conversationId(),
            event.journey(),
            event.session(),
            event.seq(),
            event.cause(),
            event.actor(),
            RecordData.json(event.payload()),
            offset);
  }
}
