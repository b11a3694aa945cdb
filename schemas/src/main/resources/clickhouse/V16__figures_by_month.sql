-- A range of days reads all versions of its rows and compares those of parts that overlap. By months, and with few parts in each, there is
-- hardly anything to compare: a month that is over is one part. The rows are those of V11, made once more of the wide ones.

DROP VIEW IF EXISTS figure_answers_mv;

DROP TABLE IF EXISTS figure_answers;

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
PARTITION BY toYYYYMM(answered_at)
ORDER BY (answered_at, id)
SETTINGS non_replicated_deduplication_window = 1000, min_age_to_force_merge_seconds = 60
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

DROP VIEW IF EXISTS figure_episodes_mv;

DROP TABLE IF EXISTS figure_episodes;

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
PARTITION BY toYYYYMM(started_at)
ORDER BY (started_at, id)
SETTINGS non_replicated_deduplication_window = 1000, min_age_to_force_merge_seconds = 60
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

DROP VIEW IF EXISTS figure_questions_mv;

DROP TABLE IF EXISTS figure_questions;

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
PARTITION BY toYYYYMM(asked_at)
ORDER BY (asked_at, id)
SETTINGS non_replicated_deduplication_window = 1000, min_age_to_force_merge_seconds = 60
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

DROP VIEW IF EXISTS figure_clicks_mv;

DROP TABLE IF EXISTS figure_clicks;

CREATE TABLE IF NOT EXISTS figure_clicks
(
    campaign LowCardinality(String) COMMENT 'As in clicks',
    day Date COMMENT 'As in clicks',
    id UInt128 COMMENT 'Hash of activity_id',
    version UInt64 COMMENT 'As in clicks'
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day)
ORDER BY (campaign, day, id)
SETTINGS non_replicated_deduplication_window = 1000, min_age_to_force_merge_seconds = 60
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
