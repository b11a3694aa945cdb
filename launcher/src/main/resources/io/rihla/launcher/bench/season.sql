-- The season the jobs wrote, told again in the twelve months before it by other customers. The names in braces are of
-- Multiplication.java: month, range of copies, key of the customer in a copy, round of late corrections.
CREATE TABLE season_events ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM events FINAL;
CREATE TABLE season_messages ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM messages FINAL;
CREATE TABLE season_journeys ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM journeys FINAL;
CREATE TABLE season_drop_offs ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM drop_offs FINAL;
CREATE TABLE season_answers ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM ai_answers FINAL;
CREATE TABLE season_episodes ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM episodes FINAL;
CREATE TABLE season_questions ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM question_members FINAL;
CREATE TABLE season_clicks ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM clicks FINAL;
CREATE TABLE season_insights ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM ad_insights FINAL;

INSERT INTO events
SELECT one.* REPLACE (
    concat(event_id, '-', toString(copy)) AS event_id, {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    event_time - toIntervalDay(30 * {month}) AS event_time, recorded_at - toIntervalDay(30 * {month}) AS recorded_at)
FROM season_events AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_insert_threads = 1, max_threads = 1, max_block_size = 2048,
    min_insert_block_size_rows = 100000, min_insert_block_size_bytes = 33554432, max_partitions_per_insert_block = 1000;

INSERT INTO messages
SELECT one.* REPLACE (
    concat(event_id, '-', toString(copy)) AS event_id, {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    sent_at - toIntervalDay(30 * {month}) AS sent_at, received_at - toIntervalDay(30 * {month}) AS received_at)
FROM season_messages AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_insert_threads = 1, max_partitions_per_insert_block = 1000;

-- as the row was first written
INSERT INTO journeys
SELECT one.* REPLACE (
    {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    opened_at - toIntervalDay(30 * {month}) AS opened_at, cohort_day - 30 * {month} AS cohort_day,
    first_touch_at - toIntervalDay(30 * {month}) AS first_touch_at, first_touch_day - 30 * {month} AS first_touch_day,
    last_touch_at - toIntervalDay(30 * {month}) AS last_touch_at, last_touch_day - 30 * {month} AS last_touch_day,
    'LEADS' AS phase, 'LEADS' AS step, NULL AS interest_at, NULL AS booking_at, NULL AS paid_at, NULL AS closed_at, '' AS outcome,
    NULL AS seconds_in_leads, NULL AS seconds_in_interest, NULL AS seconds_in_booking, '' AS prompt_version, '' AS language,
    map() AS variants, map() AS exposed_at, 0 AS revenue, '' AS currency, 0 AS version)
FROM season_journeys AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

INSERT INTO journeys
SELECT one.* REPLACE (
    {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    opened_at - toIntervalDay(30 * {month}) AS opened_at, cohort_day - 30 * {month} AS cohort_day,
    first_touch_at - toIntervalDay(30 * {month}) AS first_touch_at, first_touch_day - 30 * {month} AS first_touch_day,
    last_touch_at - toIntervalDay(30 * {month}) AS last_touch_at, last_touch_day - 30 * {month} AS last_touch_day,
    interest_at - toIntervalDay(30 * {month}) AS interest_at, booking_at - toIntervalDay(30 * {month}) AS booking_at,
    paid_at - toIntervalDay(30 * {month}) AS paid_at, closed_at - toIntervalDay(30 * {month}) AS closed_at,
    mapApply((name, at) -> (name, at - toIntervalDay(30 * {month})), exposed_at) AS exposed_at)
FROM season_journeys AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

INSERT INTO drop_offs
SELECT one.* REPLACE (
    {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    silent_since - toIntervalDay(30 * {month}) AS silent_since, dropped_at - toIntervalDay(30 * {month}) AS dropped_at,
    ended_at - toIntervalDay(30 * {month}) AS ended_at, returned_at - toIntervalDay(30 * {month}) AS returned_at)
FROM season_drop_offs AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

-- as the row was first written
INSERT INTO ai_answers
SELECT one.* REPLACE (
    {customer} AS customer_key, concat(thought_id, '-', toString(copy)) AS thought_id,
    answered_at - toIntervalDay(30 * {month}) AS answered_at, received_at - toIntervalDay(30 * {month}) AS received_at,
    NULL AS first_part_at, NULL AS response_ms, 0 AS version)
FROM season_answers AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

INSERT INTO ai_answers
SELECT one.* REPLACE (
    {customer} AS customer_key, concat(thought_id, '-', toString(copy)) AS thought_id,
    answered_at - toIntervalDay(30 * {month}) AS answered_at, received_at - toIntervalDay(30 * {month}) AS received_at,
    first_part_at - toIntervalDay(30 * {month}) AS first_part_at)
FROM season_answers AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

-- as the row was first written
INSERT INTO episodes
SELECT one.* REPLACE (
    {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    started_at - toIntervalDay(30 * {month}) AS started_at, started_at - toIntervalDay(30 * {month}) AS last_message_at,
    [] AS escalations, [] AS handovers, 0 AS successful, NULL AS resolved_at, NULL AS rating, '' AS prompt_version, '' AS language, 0 AS version)
FROM season_episodes AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

INSERT INTO episodes
SELECT one.* REPLACE (
    {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    started_at - toIntervalDay(30 * {month}) AS started_at, last_message_at - toIntervalDay(30 * {month}) AS last_message_at,
    resolved_at - toIntervalDay(30 * {month}) AS resolved_at)
FROM season_episodes AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

INSERT INTO question_members
SELECT one.* REPLACE (
    {customer} AS customer_key, concat('conv_', substring({customer}, 3, 16)) AS conversation_id,
    concat(question_id, '-', toString(copy)) AS question_id, concat(thought_id, '-', toString(copy)) AS thought_id,
    asked_at - toIntervalDay(30 * {month}) AS asked_at)
FROM season_questions AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_partitions_per_insert_block = 1000;

INSERT INTO clicks
SELECT one.* REPLACE (
    concat(activity_id, '-', toString(copy)) AS activity_id, clicked_at - toIntervalDay(30 * {month}) AS clicked_at, day - 30 * {month} AS day)
FROM season_clicks AS one ARRAY JOIN {copies} AS copy
SETTINGS prefer_column_name_to_alias = 1, max_block_size = 8192;

-- an ad reports once a day, however many customers come through it
INSERT INTO ad_insights
SELECT one.* REPLACE (day - 30 * {month} AS day) FROM season_insights AS one WHERE {month} > 0;

-- what is corrected lately lies in small parts of its own
INSERT INTO journeys
SELECT * REPLACE (version + 1 AS version) FROM journeys FINAL
WHERE opened_at > now64(3) - toIntervalDay(3) AND cityHash64(customer_key) % 20 = {round};

INSERT INTO ai_answers
SELECT * REPLACE (version + 1 AS version) FROM ai_answers FINAL
WHERE answered_at > now64(3) - toIntervalDay(1) AND cityHash64(customer_key) % 20 = {round};

INSERT INTO episodes
SELECT * REPLACE (version + 1 AS version) FROM episodes FINAL
WHERE started_at > now64(3) - toIntervalDay(3) AND cityHash64(customer_key) % 20 = {round};

INSERT INTO question_members
SELECT * REPLACE (version + 1 AS version) FROM question_members FINAL
WHERE asked_at > now64(3) - toIntervalDay(3) AND cityHash64(customer_key) % 20 = {round}
SETTINGS max_partitions_per_insert_block = 1000;

DROP TABLE season_events;
DROP TABLE season_messages;
DROP TABLE season_journeys;
DROP TABLE season_drop_offs;
DROP TABLE season_answers;
DROP TABLE season_episodes;
DROP TABLE season_questions;
DROP TABLE season_clicks;
DROP TABLE season_insights
