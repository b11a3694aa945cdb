package io.rihla.api.catchup;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import java.util.List;

/**
 * How far each chat was heard.
 *
 * @param millis WhatsApp time of the newest message of the customer
 * @param firstMillis WhatsApp time of the oldest one
 */
record HighWater(String session, String chat, long millis, long firstMillis) {
  // only what customers wrote on WhatsApp: our own parts, and turns through the api, are newer than
  // a message that was missed before them; WAHA knows nothing of a season written into the log
  private static final String SQL =
      """
      SELECT session, chat_id, toUnixTimestamp64Milli(max(sent_at)) AS newest_ms,
        toUnixTimestamp64Milli(min(sent_at)) AS oldest_ms
      FROM messages
      WHERE direction = 'in' AND chat_id != '' AND NOT startsWith(message_id, 'cmd_')
        AND NOT startsWith(session, 'demo-')
      GROUP BY session, chat_id
      """;

  /** Nothing of the chat was heard so far. */
  static HighWater unheard(String session, String chat, long since) {
    return new HighWater(session, chat, since, since);
  }

  static List<HighWater> all(ClickHouse clickHouse) throws StoreUnavailable {
    return clickHouse.query(
        SQL,
        row ->
            new HighWater(
                row.text("session"),
                row.text("chat_id"),
                row.number("newest_ms"),
                row.number("oldest_ms")));
  }
}
