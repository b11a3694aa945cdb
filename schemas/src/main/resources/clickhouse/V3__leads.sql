CREATE VIEW IF NOT EXISTS leads AS
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
COMMENT 'One row per lead: the record of a journey, its money and what became of it'
