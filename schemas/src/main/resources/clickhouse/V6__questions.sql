CREATE TABLE IF NOT EXISTS question_clusters
(
    cluster_id String COMMENT 'Stable id of the cluster',
    label String COMMENT 'Most central short question, in the words of customers',
    examples Array(String) COMMENT 'Most central questions lately, at most six; phone numbers and mail addresses are left out',
    first_at DateTime64(3, 'UTC') COMMENT 'When its first question was asked',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the question was asked that changed label or examples last',
    version UInt64 COMMENT 'Questions clustered so far; the highest wins',
    source_partition Int32 COMMENT 'Partition of conversation.events',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY cluster_id
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What clusters of questions are called; read them through the view questions';

CREATE TABLE IF NOT EXISTS question_members
(
    question_id String COMMENT 'WhatsApp id of the last message of the burst that asks',
    customer_key String COMMENT 'Opaque customer key',
    conversation_id String COMMENT 'One customer is one conversation',
    journey Int32 COMMENT 'Number of the journey of this customer',
    cluster_id String COMMENT 'Cluster at the time of asking; question_merges tells what became of it',
    text String COMMENT 'Texts of the burst, a line each, at most 500 characters',
    asked_at DateTime64(3, 'UTC') COMMENT 'When the last message of the burst was written',
    language LowCardinality(String) COMMENT 'ID, EN or AR',
    intent LowCardinality(String) COMMENT 'Intent of the burst: DETAILS, PAYMENT or OTHER',
    topic LowCardinality(String) COMMENT 'Topic of the burst',
    thought_id String COMMENT 'What the brain was asked',
    answered UInt8 COMMENT '1 when the bot answered',
    escalated UInt8 COMMENT '1 when something was escalated within the episode',
    asked_again UInt8 COMMENT '1 when the customer asked the same again within the episode',
    success UInt8 COMMENT '1 when answered, not escalated and not asked again',
    version UInt64 COMMENT 'Rises with what is known of the customer; the highest wins',
    source_partition Int32 COMMENT 'Partition of conversation.events',
    source_offset Int64 COMMENT 'Offset of the latest event of this customer the row rests on'
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(asked_at)
ORDER BY (customer_key, question_id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Every question a customer asked, its cluster and how it ended; use FINAL or the view questions_asked';

CREATE TABLE IF NOT EXISTS question_merges
(
    from_id String COMMENT 'Cluster that is no more',
    into_id String COMMENT 'Cluster it is part of now',
    merged_at DateTime64(3, 'UTC') COMMENT 'When the question was asked that led to it',
    version UInt64 COMMENT 'Questions clustered so far; the highest wins',
    source_partition Int32 COMMENT 'Partition of conversation.events',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY from_id
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What became of clusters that turned out to be the same as another; one step leads to the present one';

CREATE VIEW IF NOT EXISTS questions_asked AS
SELECT
    if(merges.into_id = '', members.cluster_id, merges.into_id) AS cluster_id,
    members.question_id AS question_id,
    members.customer_key AS customer_key,
    members.conversation_id AS conversation_id,
    members.journey AS journey,
    members.text AS text,
    members.asked_at AS asked_at,
    members.language AS language,
    members.intent AS intent,
    members.topic AS topic,
    members.answered AS answered,
    members.escalated AS escalated,
    members.asked_again AS asked_again,
    members.success AS success
FROM (SELECT * FROM question_members FINAL) AS members
LEFT JOIN (SELECT from_id, into_id FROM question_merges FINAL) AS merges ON merges.from_id = members.cluster_id
COMMENT 'Every question with the cluster it belongs to now';

CREATE VIEW IF NOT EXISTS questions AS
SELECT
    asked.cluster_id AS cluster_id,
    any(clusters.label) AS label,
    any(clusters.examples) AS examples,
    count() AS frequency,
    uniqExact(asked.customer_key) AS customers,
    countIf(asked.asked_at > now() - INTERVAL 7 DAY) AS last_7_days,
    countIf(asked.asked_at > now() - INTERVAL 14 DAY AND asked.asked_at <= now() - INTERVAL 7 DAY) AS previous_7_days,
    if(previous_7_days = 0, NULL, (last_7_days - previous_7_days) / previous_7_days) AS trend,
    sum(asked.success) AS successes,
    avg(asked.success) AS ai_success_rate,
    arraySort(groupUniqArrayIf(toString(asked.language), asked.language != '')) AS languages,
    topK(1)(toString(asked.topic))[1] AS topic,
    min(asked.asked_at) AS first_asked_at,
    max(asked.asked_at) AS last_asked_at
FROM questions_asked AS asked
LEFT JOIN (SELECT cluster_id, label, examples FROM question_clusters FINAL) AS clusters ON clusters.cluster_id = asked.cluster_id
GROUP BY asked.cluster_id
COMMENT 'Clusters of questions now: how often, the trend of the last 7 days against the 7 before, and how often the bot succeeded';

CREATE VIEW IF NOT EXISTS faq_suggestions AS
SELECT
    cluster_id,
    label,
    examples,
    frequency,
    customers,
    frequency - successes AS unanswered,
    ai_success_rate,
    trend,
    languages,
    topic,
    last_asked_at
FROM questions
WHERE frequency >= 3 AND ai_success_rate < 0.6
ORDER BY unanswered DESC, cluster_id
COMMENT 'Questions asked three times or more of which the bot answers fewer than 60 percent well: what an FAQ entry would help most';
