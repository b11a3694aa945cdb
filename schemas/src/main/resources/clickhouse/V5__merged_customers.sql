CREATE TABLE IF NOT EXISTS merged_customers
(
    customer_key String COMMENT 'Key that turned out to be another customer',
    conversation_id String COMMENT 'Its conversation id, which redirects',
    journey Int32 COMMENT 'Its journey at that time; an open one moved along',
    to_key String COMMENT 'Key of the customer it is',
    to_conversation_id String COMMENT 'Conversation that lives on',
    merged_at DateTime64(3, 'UTC') COMMENT 'When that was learned',
    seq Int64 COMMENT 'seq of the event'
)
ENGINE = ReplacingMergeTree(seq)
ORDER BY customer_key
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Keys that became another key: a lid whose phone was learned';

CREATE MATERIALIZED VIEW IF NOT EXISTS merged_customers_mv TO merged_customers AS
SELECT
    customer_key,
    conversation_id,
    journey,
    ifNull(payload.to_key.:String, '') AS to_key,
    ifNull(payload.to_conversation_id.:String, '') AS to_conversation_id,
    recorded_at AS merged_at,
    seq
FROM events
WHERE event_type = 'CustomerForwarded';

CREATE OR REPLACE VIEW conversations AS
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
WHERE customer_key NOT IN (SELECT customer_key FROM merged_customers)
GROUP BY customer_key
HAVING journey > 0 OR last_message_at > toDateTime64(0, 3, 'UTC')
COMMENT 'One row per conversation: where it stands now; one that became another and old chats in which nothing was said since are left out';

CREATE OR REPLACE VIEW leads AS
SELECT
    customer_key,
    conversation_id,
    journey,
    lead_id,
    phone,
    name,
    phase,
    package_code,
    campaign_code,
    summary,
    source,
    ai_confidence,
    multiIf(
        outcome = 'PAID' OR paid > 0, if(refunded >= paid, 'REFUNDED', 'PAID'),
        outcome != '', outcome,
        'OPEN') AS status,
    reason,
    paid,
    refunded,
    currency,
    pax,
    created_at,
    updated_at
FROM
(
    SELECT
        customer_key,
        any(conversation_id) AS conversation_id,
        journey,
        argMaxIf(ifNull(payload.lead_id.:String, ''), seq, event_type = 'LeadCreated') AS lead_id,
        argMaxIf(ifNull(payload.phone.:String, ''), seq, ifNull(payload.phone.:String, '') != '') AS phone,
        argMaxIf(ifNull(payload.name.:String, ''), seq, ifNull(payload.name.:String, '') != '') AS name,
        argMaxIf(ifNull(payload.to.:String, ''), seq, event_type = 'PhaseChanged') AS phase,
        argMaxIf(ifNull(payload.package_code.:String, ''), seq, ifNull(payload.package_code.:String, '') != '') AS package_code,
        argMaxIf(ifNull(payload.campaign_code.:String, ''), seq, event_type = 'CampaignAttributed' AND ifNull(payload.touch.:String, '') = 'FIRST') AS campaign_code,
        argMaxIf(ifNull(payload.summary.:String, ''), seq, ifNull(payload.summary.:String, '') != '') AS summary,
        argMaxIf(ifNull(payload.source.:String, ''), seq, event_type = 'LeadCreated') AS source,
        argMaxIf(
            ifNull(toString(payload.ai_confidence), ''),
            seq,
            event_type IN ('LeadCreated', 'LeadMerged') AND ifNull(toString(payload.ai_confidence), '') != '') AS ai_confidence,
        argMaxIf(ifNull(payload.outcome.:String, ''), seq, event_type = 'JourneyClosed') AS outcome,
        argMaxIf(ifNull(payload.reason.:String, ''), seq, event_type = 'JourneyClosed') AS reason,
        sumIf(ifNull(payload.amount.:Int64, 0), event_type = 'PaymentRecorded') AS paid,
        sumIf(ifNull(payload.amount.:Int64, 0), event_type = 'PaymentRefunded') AS refunded,
        argMaxIf(ifNull(payload.currency.:String, ''), seq, event_type = 'PaymentRecorded') AS currency,
        maxIf(ifNull(payload.pax.:Int64, 0), event_type = 'PaymentRecorded') AS pax,
        minIf(event_time, event_type = 'LeadCreated') AS created_at,
        max(event_time) AS updated_at
    FROM events FINAL
    WHERE event_type IN ('JourneyOpened', 'PhaseChanged', 'CampaignAttributed', 'LeadCreated', 'LeadMerged',
        'PaymentRecorded', 'PaymentRefunded', 'JourneyClosed')
    GROUP BY customer_key, journey
)
WHERE lead_id != ''
    AND (outcome != '' OR (customer_key, journey) NOT IN (SELECT customer_key, journey FROM merged_customers))
COMMENT 'One row per lead: the record of a journey, its money and what became of it; the lead of a journey that moved is listed where it moved to';
