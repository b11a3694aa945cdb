CREATE TABLE IF NOT EXISTS events
(
    event_id String COMMENT 'Unique id of the event, stable over replays',
    event_type LowCardinality(String) COMMENT 'Kind of the event, e.g. MessageReceived, PhaseChanged (docs/metrics.md)',
    event_time DateTime64(3, 'UTC') COMMENT 'When it happened',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When Rihla learned it',
    customer_key String COMMENT 'Opaque customer key',
    conversation_id String COMMENT 'One customer is one conversation',
    journey Int32 COMMENT 'Number of the journey of this customer, from 1; 0 before the first',
    session LowCardinality(String) COMMENT 'WAHA session (one WhatsApp number of the agency)',
    seq Int64 COMMENT 'Gapless number per customer, from 1',
    cause String COMMENT 'Id of the message, command or event that led here',
    actor String COMMENT 'customer, bot, system or user:<id>',
    payload JSON(max_dynamic_paths = 512) COMMENT 'Fields of the event, e.g. payload.text',
    source_partition Int32 COMMENT 'Partition of conversation.events',
    source_offset Int64 COMMENT 'Offset in that partition; the highest wins when an event was written twice'
)
ENGINE = ReplacingMergeTree(source_offset)
PARTITION BY toYYYYMM(event_time)
ORDER BY (customer_key, seq, event_id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'The audit log: every event of every conversation, once (ticks left out)';

CREATE TABLE IF NOT EXISTS messages
(
    customer_key String COMMENT 'Opaque customer key',
    conversation_id String COMMENT 'One customer is one conversation',
    journey Int32 COMMENT 'Number of the journey of this customer',
    session LowCardinality(String) COMMENT 'WAHA session',
    chat_id String COMMENT 'WhatsApp chat the message is in; empty for outgoing parts of unknown chats',
    direction LowCardinality(String) COMMENT 'in or out',
    author LowCardinality(String) COMMENT 'customer, bot or admin',
    message_id String COMMENT 'Bare WhatsApp id',
    kind LowCardinality(String) COMMENT 'text, image, document, video, audio, location, sticker, contact or other',
    text String COMMENT 'Body or caption',
    media_url String COMMENT 'Where the file was, empty if none',
    sent_at DateTime64(3, 'UTC') COMMENT 'When it was written or accepted by WAHA',
    received_at DateTime64(3, 'UTC') COMMENT 'When Rihla learned it',
    reply_id String COMMENT 'Reply an outgoing message is part of',
    part_id String COMMENT 'Part of that reply',
    event_id String COMMENT 'Event the row was made from',
    seq Int64 COMMENT 'seq of that event',
    source_partition Int32 COMMENT 'Partition of conversation.events',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(source_offset)
PARTITION BY toYYYYMM(sent_at)
ORDER BY (customer_key, seq, event_id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Every message in and out, once; delivery status is in MessageStatus events'
