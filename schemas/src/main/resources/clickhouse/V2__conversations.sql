CREATE TABLE IF NOT EXISTS conversation_state
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
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Running summary per conversation; read it through the view conversations';

CREATE MATERIALIZED VIEW IF NOT EXISTS conversation_state_mv TO conversation_state AS
SELECT
    customer_key,
    any(conversation_id) AS conversation_id,
    max(journey) AS journey,
    min(event_time) AS first_event_at,
    max(event_time) AS last_event_at,
    max(if(event_type IN ('MessageReceived', 'MessageSent', 'MediaSent', 'AdminReplied'), event_time, toDateTime64(0, 3, 'UTC'))) AS last_message_at,
    max(seq) AS last_seq,
    argMaxIfState(ifNull(payload.phone.:String, ''), seq, toUInt8(event_type IN ('JourneyOpened', 'MessageReceived') AND ifNull(payload.phone.:String, '') != '')) AS phone,
    argMaxIfState(ifNull(payload.name.:String, ''), seq, toUInt8(event_type IN ('JourneyOpened', 'MessageReceived') AND ifNull(payload.name.:String, '') != '')) AS name,
    argMaxIfState(ifNull(payload.chat_id.:String, ''), seq, toUInt8(event_type = 'MessageReceived')) AS chat_id,
    argMaxIfState(toString(session), seq, toUInt8(event_type = 'MessageReceived')) AS session,
    argMaxIfState(ifNull(payload.to.:String, ''), seq, toUInt8(event_type = 'PhaseChanged')) AS phase,
    argMaxIfState(ifNull(payload.language.:String, ''), seq, toUInt8(event_type = 'LanguageDetected')) AS language,
    argMaxIfState(ifNull(payload.text.:String, ''), seq, toUInt8(event_type = 'MessageReceived')) AS last_message,
    argMaxIfState(ifNull(payload.campaign_code.:String, ''), seq, toUInt8(event_type = 'CampaignAttributed' AND ifNull(payload.touch.:String, '') = 'FIRST')) AS campaign_code,
    argMaxIfState(ifNull(payload.package_code.:String, ''), seq, toUInt8(event_type IN ('CampaignAttributed', 'HandoverRequested', 'LeadCreated') AND ifNull(payload.package_code.:String, '') != '')) AS package_code,
    argMaxIfState(toString(event_type), seq, toUInt8(event_type IN ('HandoverRequested', 'Escalated', 'HandoverAssigned', 'HandoverReleased', 'HandoverResolved', 'ReturnedToBot', 'TakenOverFromPhone'))) AS ball_event,
    argMaxIfState(event_time, seq, toUInt8(event_type IN ('HandoverRequested', 'Escalated', 'HandoverAssigned', 'HandoverReleased', 'HandoverResolved', 'ReturnedToBot', 'TakenOverFromPhone'))) AS ball_at,
    argMaxIfState(toString(event_type), seq, toUInt8(event_type IN ('HandoverRequested', 'Escalated'))) AS need_event,
    argMaxIfState(ifNull(payload.reason.:String, ''), seq, toUInt8(event_type IN ('HandoverRequested', 'Escalated'))) AS need_reason,
    argMaxIfState(ifNull(payload.priority.:String, ''), seq, toUInt8(event_type IN ('HandoverRequested', 'Escalated'))) AS need_priority,
    argMaxIfState(ifNull(payload.notes.:String, ''), seq, toUInt8(event_type IN ('HandoverRequested', 'Escalated'))) AS need_notes,
    argMaxIfState(ifNull(payload.assignee.:String, ''), seq, toUInt8(event_type = 'HandoverAssigned')) AS assignee
FROM events
GROUP BY customer_key;

CREATE VIEW IF NOT EXISTS conversations AS
SELECT
    customer_key,
    any(conversation_id) AS conversation_id,
    max(journey) AS journey,
    argMaxIfMerge(phone) AS phone,
    argMaxIfMerge(name) AS name,
    argMaxIfMerge(chat_id) AS chat_id,
    argMaxIfMerge(session) AS session,
    argMaxIfMerge(phase) AS phase,
    argMaxIfMerge(language) AS language,
    argMaxIfMerge(campaign_code) AS campaign_code,
    argMaxIfMerge(package_code) AS package_code,
    argMaxIfMerge(last_message) AS last_message,
    min(first_event_at) AS first_event_at,
    max(last_event_at) AS last_event_at,
    max(last_message_at) AS last_message_at,
    max(last_seq) AS last_seq,
    multiIf(
        argMaxIfMerge(ball_event) IN ('HandoverRequested', 'Escalated', 'HandoverReleased'), 'WAITING',
        argMaxIfMerge(ball_event) IN ('HandoverAssigned', 'TakenOverFromPhone'), 'ASSIGNED',
        'BOT') AS ball,
    argMaxIfMerge(ball_at) AS ball_at,
    argMaxIfMerge(need_event) AS need_event,
    argMaxIfMerge(need_reason) AS need_reason,
    argMaxIfMerge(need_priority) AS need_priority,
    argMaxIfMerge(need_notes) AS need_notes,
    argMaxIfMerge(assignee) AS assignee
FROM conversation_state
GROUP BY customer_key
COMMENT 'One row per conversation: where it stands now'
