-- Lists show some hundred conversations of all: smaller granules and blocks, so that the others are not read with them.
-- Applied while no job writes, as every script is.
CREATE OR REPLACE TABLE conversation_state
(
    customer_key String COMMENT 'Opaque customer key',
    conversation_id SimpleAggregateFunction(any, String) COMMENT 'One customer is one conversation',
    journey SimpleAggregateFunction(max, Int32) COMMENT 'Current journey',
    first_event_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'First event',
    last_event_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'Last event',
    last_message_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'Last message in or out; 1970 if none',
    last_seq SimpleAggregateFunction(max, Int64) COMMENT 'seq of the last event',
    phone AggregateFunction(argMaxIf, String, Int64, UInt8),
    name AggregateFunction(argMaxIf, String, Int64, UInt8),
    chat_id AggregateFunction(argMaxIf, String, Int64, UInt8),
    session AggregateFunction(argMaxIf, String, Int64, UInt8),
    phase AggregateFunction(argMaxIf, String, Int64, UInt8),
    language AggregateFunction(argMaxIf, String, Int64, UInt8),
    last_message AggregateFunction(argMaxIf, String, Int64, UInt8),
    campaign_code AggregateFunction(argMaxIf, String, Int64, UInt8),
    package_code AggregateFunction(argMaxIf, String, Int64, UInt8),
    ball_event AggregateFunction(argMaxIf, String, Int64, UInt8),
    ball_at AggregateFunction(argMaxIf, DateTime64(3, 'UTC'), Int64, UInt8),
    need_event AggregateFunction(argMaxIf, String, Int64, UInt8),
    need_reason AggregateFunction(argMaxIf, String, Int64, UInt8),
    need_priority AggregateFunction(argMaxIf, String, Int64, UInt8),
    need_notes AggregateFunction(argMaxIf, String, Int64, UInt8),
    assignee AggregateFunction(argMaxIf, String, Int64, UInt8)
)
ENGINE = AggregatingMergeTree
ORDER BY customer_key
SETTINGS non_replicated_deduplication_window = 1000, index_granularity = 128, min_compress_block_size = 4096, max_compress_block_size = 16384
COMMENT 'Running summary per conversation; read it through the view conversations'
AS SELECT * FROM conversation_state
SETTINGS max_threads = 1, max_insert_threads = 1, max_block_size = 16384, min_insert_block_size_rows = 65536, min_insert_block_size_bytes = 16777216;
