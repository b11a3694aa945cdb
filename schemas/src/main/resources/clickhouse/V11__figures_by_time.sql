-- Rows of figures are wide, and lie by customer: a range of days reads all of them. Here they are again, narrow and, where
-- the time never changes with a correction, by time. Each row is made of one row and has its version, so the latest of both
-- say the same. Applied while no job writes, as every script is.
CREATE TABLE IF NOT EXISTS figure_journeys
(
    id UInt128 COMMENT 'Hash of customer_key and journey',
    customer UInt128 COMMENT 'Hash of customer_key',
    cohort_day Date COMMENT 'Day the journey opened',
    touch_day Date COMMENT 'Day of the first touch, 1970-01-01 without one',
    first_campaign LowCardinality(String) COMMENT 'As in journeys',
    first_ad LowCardinality(String) COMMENT 'As in journeys',
    language LowCardinality(String) COMMENT 'As in journeys',
    prompt_version LowCardinality(String) COMMENT 'As in journeys',
    interest UInt8 COMMENT '1 if it reached INTEREST or later',
    booking UInt8 COMMENT '1 if it reached BOOKING or later',
    paid UInt8 COMMENT '1 if it paid and was not wholly refunded',
    currency LowCardinality(String) COMMENT 'As in journeys',
    revenue Int64 COMMENT 'As in journeys',
    version UInt64 COMMENT 'As in journeys',
    is_deleted UInt8 COMMENT 'As in journeys'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY id
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What figures need of journeys, and nothing else; read with FINAL';

CREATE MATERIALIZED VIEW IF NOT EXISTS figure_journeys_mv TO figure_journeys AS
SELECT
    reinterpretAsUInt128(sipHash128(customer_key, journey)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key)) AS customer,
    cohort_day,
    ifNull(first_touch_day, toDate(0)) AS touch_day,
    first_campaign,
    first_ad,
    language,
    prompt_version,
    interest_at IS NOT NULL AS interest,
    booking_at IS NOT NULL AS booking,
    paid_at IS NOT NULL AS paid,
    currency,
    revenue,
    version,
    is_deleted
FROM journeys;

INSERT INTO figure_journeys
(
    id, customer, cohort_day, touch_day, first_campaign, first_ad, language, prompt_version, interest, booking, paid, currency, revenue, version, is_deleted
)
SELECT
    reinterpretAsUInt128(sipHash128(customer_key, journey)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key)) AS customer,
    cohort_day,
    ifNull(first_touch_day, toDate(0)) AS touch_day,
    first_campaign,
    first_ad,
    language,
    prompt_version,
    interest_at IS NOT NULL AS interest,
    booking_at IS NOT NULL AS booking,
    paid_at IS NOT NULL AS paid,
    currency,
    revenue,
    version,
    is_deleted
FROM journeys;

CREATE TABLE IF NOT EXISTS figure_answers
(
    answered_at DateTime64(3, 'UTC') COMMENT 'As in ai_answers, never corrected',
    id UInt128 COMMENT 'Hash of customer_key and thought_id',
    journey UInt128 COMMENT 'Its journey: id in figure_journeys',
    responded UInt8 COMMENT '1 if response_ms is known',
    response_ms Int64 COMMENT 'As in ai_answers, 0 if unknown',
    prompt_version LowCardinality(String) COMMENT 'As in ai_answers',
    language LowCardinality(String) COMMENT 'As in ai_answers',
    version UInt64 COMMENT 'As in ai_answers',
    is_deleted UInt8 COMMENT 'As in ai_answers'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (answered_at, id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What figures need of ai_answers, by time; read with FINAL';

CREATE MATERIALIZED VIEW IF NOT EXISTS figure_answers_mv TO figure_answers AS
SELECT
    answered_at,
    reinterpretAsUInt128(sipHash128(customer_key, thought_id)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key, ai_answers.journey)) AS journey,
    ai_answers.response_ms IS NOT NULL AS responded,
    ifNull(ai_answers.response_ms, 0) AS response_ms,
    prompt_version,
    language,
    version,
    is_deleted
FROM ai_answers;

INSERT INTO figure_answers
(
    answered_at, id, journey, responded, response_ms, prompt_version, language, version, is_deleted
)
SELECT
    answered_at,
    reinterpretAsUInt128(sipHash128(customer_key, thought_id)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key, ai_answers.journey)) AS journey,
    ai_answers.response_ms IS NOT NULL AS responded,
    ifNull(ai_answers.response_ms, 0) AS response_ms,
    prompt_version,
    language,
    version,
    is_deleted
FROM ai_answers;

CREATE TABLE IF NOT EXISTS figure_episodes
(
    started_at DateTime64(3, 'UTC') COMMENT 'As in episodes: the time of its first message, never corrected',
    id UInt128 COMMENT 'Hash of customer_key and first_seq',
    journey UInt128 COMMENT 'Its journey: id in figure_journeys',
    successful UInt8 COMMENT 'As in episodes',
    escalated UInt8 COMMENT '1 if it was escalated',
    rated UInt8 COMMENT '1 with a satisfaction score',
    rating Int32 COMMENT 'As in episodes, 0 without one',
    prompt_version LowCardinality(String) COMMENT 'As in episodes',
    language LowCardinality(String) COMMENT 'As in episodes',
    version UInt64 COMMENT 'As in episodes',
    is_deleted UInt8 COMMENT 'As in episodes'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (started_at, id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What figures need of episodes, by time; read with FINAL';

CREATE MATERIALIZED VIEW IF NOT EXISTS figure_episodes_mv TO figure_episodes AS
SELECT
    started_at,
    reinterpretAsUInt128(sipHash128(customer_key, first_seq)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key, episodes.journey)) AS journey,
    successful,
    notEmpty(escalations) AS escalated,
    episodes.rating IS NOT NULL AS rated,
    ifNull(episodes.rating, 0) AS rating,
    prompt_version,
    language,
    version,
    is_deleted
FROM episodes;

INSERT INTO figure_episodes
(
    started_at, id, journey, successful, escalated, rated, rating, prompt_version, language, version, is_deleted
)
SELECT
    started_at,
    reinterpretAsUInt128(sipHash128(customer_key, first_seq)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key, episodes.journey)) AS journey,
    successful,
    notEmpty(escalations) AS escalated,
    episodes.rating IS NOT NULL AS rated,
    ifNull(episodes.rating, 0) AS rating,
    prompt_version,
    language,
    version,
    is_deleted
FROM episodes;

CREATE TABLE IF NOT EXISTS figure_questions
(
    asked_at DateTime64(3, 'UTC') COMMENT 'As in question_members, never corrected',
    id UInt128 COMMENT 'Hash of customer_key and question_id',
    journey UInt128 COMMENT 'Its journey: id in figure_journeys',
    answer UInt128 COMMENT 'Answer to it: id in figure_answers',
    cluster_id LowCardinality(String) COMMENT 'As in question_members',
    language LowCardinality(String) COMMENT 'As in question_members',
    success UInt8 COMMENT 'As in question_members',
    version UInt64 COMMENT 'As in question_members'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (asked_at, id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What figures need of question_members, by time; read with FINAL';

CREATE MATERIALIZED VIEW IF NOT EXISTS figure_questions_mv TO figure_questions AS
SELECT
    asked_at,
    reinterpretAsUInt128(sipHash128(customer_key, question_id)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key, question_members.journey)) AS journey,
    reinterpretAsUInt128(sipHash128(customer_key, thought_id)) AS answer,
    cluster_id,
    language,
    success,
    version
FROM question_members;

INSERT INTO figure_questions
(
    asked_at, id, journey, answer, cluster_id, language, success, version
)
SELECT
    asked_at,
    reinterpretAsUInt128(sipHash128(customer_key, question_id)) AS id,
    reinterpretAsUInt128(sipHash128(customer_key, question_members.journey)) AS journey,
    reinterpretAsUInt128(sipHash128(customer_key, thought_id)) AS answer,
    cluster_id,
    language,
    success,
    version
FROM question_members;

CREATE TABLE IF NOT EXISTS figure_clicks
(
    campaign LowCardinality(String) COMMENT 'As in clicks',
    day Date COMMENT 'As in clicks',
    id UInt128 COMMENT 'Hash of activity_id',
    version UInt64 COMMENT 'As in clicks'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (campaign, day, id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Visits of campaign links by people, as figures count them; read with FINAL';

CREATE MATERIALIZED VIEW IF NOT EXISTS figure_clicks_mv TO figure_clicks AS
SELECT
    campaign,
    day,
    reinterpretAsUInt128(sipHash128(activity_id)) AS id,
    version
FROM clicks
WHERE bot = 0;

INSERT INTO figure_clicks
(
    campaign, day, id, version
)
SELECT
    campaign,
    day,
    reinterpretAsUInt128(sipHash128(activity_id)) AS id,
    version
FROM clicks
WHERE bot = 0;

CREATE OR REPLACE VIEW campaign_costs
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
FROM (SELECT campaign, day FROM figure_clicks FINAL)
WHERE campaign != '' AND campaign NOT IN (SELECT campaign FROM insights)
GROUP BY day, campaign
COMMENT 'What campaigns and ads were clicked and cost, by day: the half of campaign_daily that no journey is needed for';
