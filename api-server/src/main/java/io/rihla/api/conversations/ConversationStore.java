package io.rihla.api.conversations;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.Row;
import io.rihla.api.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions about conversations. */
final class ConversationStore {
  private static final String COLUMNS =
      """
      SELECT
          conversation_id, customer_key, toInt64(journey) AS journey_number, phone, name, phase,
          language, campaign_code, package_code, ball, assignee, need_reason, need_priority,
          session, chat_id, last_message, last_seq,
          toUnixTimestamp64Milli(last_message_at) AS last_message_ms,
          toUnixTimestamp64Milli(first_event_at) AS first_event_ms
      FROM conversations
      """;

  private static final String MESSAGES =
      """
      SELECT
          m.message_id AS message_id, m.direction AS direction, m.author AS author,
          m.kind AS kind, m.text AS text, m.media_url AS media_url, m.reply_id AS reply_id,
          m.part_id AS part_id, m.seq AS seq,
          toUnixTimestamp64Milli(m.sent_at) AS sent_ms,
          toUnixTimestamp64Milli(m.received_at) AS received_ms,
          s.level AS level
      FROM
      (
          SELECT * FROM messages FINAL
          WHERE customer_key = ?
             OR customer_key IN (SELECT customer_key FROM merged_customers FINAL WHERE to_key = ?)
      ) AS m
      LEFT JOIN
      (
          SELECT
              ifNull(payload.message_id.:String, '') AS message_id,
              argMax(
                  ifNull(payload.level.:String, ''),
                  indexOf(['ERROR', 'PENDING', 'SERVER', 'DEVICE', 'READ', 'PLAYED'],
                          ifNull(payload.level.:String, ''))) AS level
          FROM events
          WHERE event_type = 'MessageStatus'
            AND (customer_key = ?
              OR customer_key IN (SELECT customer_key FROM merged_customers FINAL WHERE to_key = ?))
          GROUP BY message_id
      ) AS s ON s.message_id = m.message_id
      ORDER BY m.customer_key = ?, m.seq
      """;

  private static final String HEIR =
      """
      SELECT to_conversation_id FROM merged_customers FINAL WHERE conversation_id = ? LIMIT 1
      """;

  private static final int MOST_EVENTS = 10_000;

  private static final String EVENTS =
      """
      SELECT
          seq, event_id, event_type, toInt64(journey) AS journey_number, actor, cause,
          toUnixTimestamp64Milli(event_time) AS event_ms,
          toUnixTimestamp64Milli(recorded_at) AS recorded_ms,
          toString(payload) AS payload_json
      FROM events FINAL
      WHERE customer_key = ?
      ORDER BY seq
      LIMIT %d
      """
          .formatted(MOST_EVENTS + 1);

  private final ClickHouse clickHouse;

  ConversationStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** One page, and where the next begins. */
  record Page(List<Conversation> conversations, Optional<PageCursor> next) {}

  private record Positioned(Conversation conversation, PageCursor cursor) {}

  Page list(ConversationFilter filter) throws StoreUnavailable {
    ConversationFilter.Conditions where = filter.conditions();
    String sql =
        COLUMNS
            + "WHERE "
            + where.sql()
            + "\nORDER BY last_message_at DESC, customer_key DESC\nLIMIT ?";
    List<Object> values = new ArrayList<>(where.values());
    values.add(filter.limit() + 1);
    List<Positioned> rows = clickHouse.query(sql, ConversationStore::positioned, values.toArray());
    boolean more = rows.size() > filter.limit();
    List<Positioned> page = more ? rows.subList(0, filter.limit()) : rows;
    return new Page(
        page.stream().map(Positioned::conversation).toList(),
        more ? Optional.of(page.getLast().cursor()) : Optional.empty());
  }

  /** The conversation that lives on after this one was found to be of the same customer. */
  Optional<String> heir(String conversationId) throws StoreUnavailable {
    return clickHouse.first(HEIR, row -> row.text("to_conversation_id"), conversationId);
  }

  Optional<ConversationThread> thread(String conversationId) throws StoreUnavailable {
    Optional<Conversation> found =
        clickHouse.first(
            COLUMNS + "WHERE conversation_id = ? LIMIT 1",
            ConversationStore::conversation,
            conversationId);
    return found.isEmpty() ? Optional.empty() : Optional.of(thread(found.get()));
  }

  private ConversationThread thread(Conversation conversation) throws StoreUnavailable {
    String key = conversation.customerKey();
    List<ConversationThread.Message> messages =
        clickHouse.query(MESSAGES, ConversationStore::message, key, key, key, key, key);
    List<ConversationThread.Event> events = clickHouse.query(EVENTS, ConversationStore::event, key);
    boolean truncated = events.size() > MOST_EVENTS;
    return new ConversationThread(
        conversation, messages, truncated ? events.subList(0, MOST_EVENTS) : events, truncated);
  }

  private static Positioned positioned(Row row) {
    return new Positioned(
        conversation(row), new PageCursor(row.number("last_message_ms"), row.text("customer_key")));
  }

  private static Conversation conversation(Row row) {
    return new Conversation(
        row.text("conversation_id"),
        row.text("customer_key"),
        row.number("journey_number"),
        row.textOrNull("phone"),
        row.textOrNull("name"),
        row.textOrNull("phase"),
        row.textOrNull("language"),
        row.textOrNull("campaign_code"),
        row.textOrNull("package_code"),
        row.text("ball"),
        row.textOrNull("assignee"),
        row.textOrNull("need_reason"),
        row.textOrNull("need_priority"),
        row.textOrNull("session"),
        row.textOrNull("chat_id"),
        row.textOrNull("last_message"),
        row.time("last_message_ms"),
        row.time("first_event_ms"),
        row.number("last_seq"));
  }

  private static ConversationThread.Message message(Row row) {
    return new ConversationThread.Message(
        row.text("message_id"),
        row.text("direction"),
        row.text("author"),
        row.text("kind"),
        row.textOrNull("text"),
        row.textOrNull("media_url"),
        row.time("sent_ms"),
        row.time("received_ms"),
        row.textOrNull("reply_id"),
        row.textOrNull("part_id"),
        row.textOrNull("level"),
        row.number("seq"));
  }

  private static ConversationThread.Event event(Row row) {
    return new ConversationThread.Event(
        row.number("seq"),
        row.text("event_id"),
        row.text("event_type"),
        row.time("event_ms"),
        row.time("recorded_ms"),
        row.number("journey_number"),
        row.text("actor"),
        row.text("cause"),
        row.json("payload_json"));
  }
}
