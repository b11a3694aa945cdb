CREATE TABLE IF NOT EXISTS desk_state
(
    customer_key String COMMENT 'Opaque customer key',
    last_message_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'Last message in or out; 1970 if none',
    phase_mark SimpleAggregateFunction(max, Int64) COMMENT '8 x seq of the last PhaseChanged + 1 LEADS, 2 INTEREST, 3 BOOKING; 0 before the first',
    ball_mark SimpleAggregateFunction(max, Int64) COMMENT '8 x seq of the last event that moved the ball + 1 BOT, 2 WAITING, 3 ASSIGNED',
    ball_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'When the ball moved last; 1970 if never',
    need_mark SimpleAggregateFunction(max, Int64) COMMENT '8 x seq of the last need of a human + 1 handover or 2 escalation, + 2 if HIGH, + 4 if URGENT',
    settled_mark SimpleAggregateFunction(max, Int64) COMMENT '8 x seq of the last HandoverResolved or ReturnedToBot: older needs are over'
)
ENGINE = AggregatingMergeTree
ORDER BY customer_key
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Numbers behind the dashboard, one row per customer after merging; read it through the view desk';

CREATE MATERIALIZED VIEW IF NOT EXISTS desk_state_mv TO desk_state AS
SELECT
    customer_key,
    max(if(event_type IN ('MessageReceived', 'MessageSent', 'MediaSent', 'AdminReplied'), event_time, toDateTime64(0, 3, 'UTC'))) AS last_message_at,
    max(if(event_type = 'PhaseChanged', seq * 8 + indexOf(['LEADS', 'INTEREST', 'BOOKING'], ifNull(payload.to.:String, '')), 0)) AS phase_mark,
    max(multiIf(
        event_type IN ('HandoverResolved', 'ReturnedToBot'), seq * 8 + 1,
        event_type IN ('HandoverRequested', 'Escalated', 'HandoverReleased'), seq * 8 + 2,
        event_type IN ('HandoverAssigned', 'TakenOverFromPhone'), seq * 8 + 3,
        0)) AS ball_mark,
    max(if(event_type IN ('HandoverRequested', 'Escalated', 'HandoverReleased', 'HandoverAssigned', 'TakenOverFromPhone', 'HandoverResolved', 'ReturnedToBot'), event_time, toDateTime64(0, 3, 'UTC'))) AS ball_at,
    max(if(event_type IN ('HandoverRequested', 'Escalated'),
        seq * 8 + 1 + (event_type = 'Escalated') + 2 * (greatest(indexOf(['NORMAL', 'HIGH', 'URGENT'], ifNull(payload.priority.:String, '')), 1) - 1), 0)) AS need_mark,
    max(if(event_type IN ('HandoverResolved', 'ReturnedToBot'), seq * 8, 0)) AS settled_mark
FROM events
GROUP BY customer_key;

INSERT INTO desk_state (customer_key, last_message_at, phase_mark, ball_mark, ball_at, need_mark, settled_mark)
SELECT
    customer_key,
    max(if(event_type IN ('MessageReceived', 'MessageSent', 'MediaSent', 'AdminReplied'), event_time, toDateTime64(0, 3, 'UTC'))),
    max(if(event_type = 'PhaseChanged', seq * 8 + indexOf(['LEADS', 'INTEREST', 'BOOKING'], ifNull(payload.to.:String, '')), 0)),
    max(multiIf(
        event_type IN ('HandoverResolved', 'ReturnedToBot'), seq * 8 + 1,
        event_type IN ('HandoverRequested', 'Escalated', 'HandoverReleased'), seq * 8 + 2,
        event_type IN ('HandoverAssigned', 'TakenOverFromPhone'), seq * 8 + 3,
        0)),
    max(if(event_type IN ('HandoverRequested', 'Escalated', 'HandoverReleased', 'HandoverAssigned', 'TakenOverFromPhone', 'HandoverResolved', 'ReturnedToBot'), event_time, toDateTime64(0, 3, 'UTC'))),
    max(if(event_type IN ('HandoverRequested', 'Escalated'),
        seq * 8 + 1 + (event_type = 'Escalated') + 2 * (greatest(indexOf(['NORMAL', 'HIGH', 'URGENT'], ifNull(payload.priority.:String, '')), 1) - 1), 0)),
    max(if(event_type IN ('HandoverResolved', 'ReturnedToBot'), seq * 8, 0))
FROM events
GROUP BY customer_key;

CREATE VIEW IF NOT EXISTS desk
(
    customer_key String COMMENT 'Opaque customer key',
    last_message_at DateTime64(3, 'UTC') COMMENT 'Last message in or out; 1970 if none',
    phase Enum8('' = 0, 'LEADS' = 1, 'INTEREST' = 2, 'BOOKING' = 3) COMMENT 'Of the current journey, empty before the first contact is understood',
    ball Enum8('BOT' = 1, 'WAITING' = 2, 'ASSIGNED' = 3) COMMENT 'Who acts next',
    need Enum8('' = 0, 'HANDOVER' = 1, 'ESCALATION' = 2) COMMENT 'Why a human is needed, while that is not resolved',
    priority UInt8 COMMENT 'Of that need: 0 NORMAL, 1 HIGH, 2 URGENT',
    ball_at DateTime64(3, 'UTC') COMMENT 'When the ball moved last; 1970 if never'
)
AS SELECT
    customer_key,
    last_message_at,
    CAST(phase_mark % 8, 'Enum8(\'\' = 0, \'LEADS\' = 1, \'INTEREST\' = 2, \'BOOKING\' = 3)') AS phase,
    CAST(greatest(ball_mark % 8, 1), 'Enum8(\'BOT\' = 1, \'WAITING\' = 2, \'ASSIGNED\' = 3)') AS ball,
    CAST(
        if(need_mark > settled_mark AND ball_mark % 8 > 1, 2 - need_mark % 2, 0),
        'Enum8(\'\' = 0, \'HANDOVER\' = 1, \'ESCALATION\' = 2)') AS need,
    toUInt8(if(need = '', 0, intDiv(need_mark % 8 - 1, 2))) AS priority,
    ball_at
FROM desk_state FINAL
WHERE (phase_mark > 0 OR last_message_at > toDateTime64(0, 3, 'UTC'))
    AND customer_key NOT IN (SELECT customer_key FROM merged_customers)
COMMENT 'Who acts next in each conversation of the view conversations, and why a human is needed';

CREATE VIEW IF NOT EXISTS campaign_costs
(
    day Date COMMENT 'Day of the ad account for what Meta reports, day in RIHLA_TIMEZONE for visits of links',
    campaign String COMMENT 'Campaign code by the present mapping of the ad; empty for ads that no campaign names',
    ad String COMMENT 'Meta ad id, empty for visits of links',
    clicks Int64 COMMENT 'Link clicks Meta counted, or visits of /c for campaigns without any insight of their ads; bots left out',
    impressions Int64 COMMENT 'Impressions Meta counted',
    spend Map(String, Decimal(38, 4)) COMMENT 'Currency -> money spent'
)
AS WITH
    insights AS
    (
        SELECT i.day AS day, i.ad_id AS ad, a.campaign AS campaign, i.link_clicks AS link_clicks,
            i.impressions AS impressions, i.spend AS spend, toString(i.currency) AS currency
        FROM (SELECT * FROM ad_insights FINAL) AS i
        LEFT ANY JOIN campaign_ads AS a ON a.ad_id = i.ad_id
    )
SELECT day, campaign, ad, link_clicks AS clicks, impressions, CAST(map(currency, spend), 'Map(String, Decimal(38, 4))') AS spend
FROM insights
UNION ALL
SELECT
    day, toString(campaign), '', toInt64(count()), toInt64(0), CAST(map(), 'Map(String, Decimal(38, 4))')
FROM (SELECT * FROM clicks FINAL)
WHERE bot = 0 AND campaign != '' AND toString(campaign) NOT IN (SELECT campaign FROM insights)
GROUP BY day, campaign
COMMENT 'What campaigns and ads were clicked and cost, by day: the half of campaign_daily that no journey is needed for';
