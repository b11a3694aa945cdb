CREATE TABLE IF NOT EXISTS erased_customers
(
    customer_key String COMMENT 'Opaque customer key',
    seq Int64 COMMENT 'seq of the erasure: what the customer does afterwards is kept',
    erased_at DateTime64(3, 'UTC') COMMENT 'When that was ordered',
    noticed_at DateTime64(3, 'UTC') COMMENT 'When the event was archived last; reading the log again renews it'
)
ENGINE = ReplacingMergeTree(noticed_at)
ORDER BY (customer_key, seq)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Customers whose words, names and addresses are blanked in the other tables';

CREATE MATERIALIZED VIEW IF NOT EXISTS erased_customers_mv TO erased_customers AS
SELECT customer_key, seq, recorded_at AS erased_at, now64(3, 'UTC') AS noticed_at
FROM events
WHERE event_type = 'CustomerErased';

INSERT INTO erased_customers (customer_key, seq, erased_at, noticed_at)
SELECT customer_key, seq, recorded_at, now64(3, 'UTC')
FROM events
WHERE event_type = 'CustomerErased';

CREATE TABLE IF NOT EXISTS erased_questions
(
    words UInt64 COMMENT 'Hash of the first letters of a question that an erased customer asked'
)
ENGINE = ReplacingMergeTree
ORDER BY words
COMMENT 'Questions that may not be the label or an example of a cluster any more';

CREATE TABLE IF NOT EXISTS erasures_done
(
    customer_key String COMMENT 'Opaque customer key',
    done_at DateTime64(3, 'UTC') COMMENT 'When everything of this customer was found blank'
)
ENGINE = ReplacingMergeTree(done_at)
ORDER BY customer_key
COMMENT 'When the rows of erased customers were blanked last';

CREATE VIEW IF NOT EXISTS erasures_due
(
    customer_key String COMMENT 'Opaque customer key, of the erased customer or of one that became this customer before',
    seq Int64 COMMENT 'Rows up to this seq are to be blank',
    erased_at DateTime64(3, 'UTC') COMMENT 'Questions asked up to then are to be blank',
    fresh UInt8 COMMENT '1 when nothing was done since the erasure was archived, 0 for a look at what arrived late'
)
AS SELECT
    erased.customer_key AS customer_key,
    max(erased.seq) AS seq,
    max(erased.erased_at) AS erased_at,
    toUInt8(max(done.done_at) <= max(erased.noticed_at)) AS fresh
FROM
(
    SELECT customer_key, seq, erased_at, noticed_at
    FROM erased_customers
    UNION ALL
    SELECT merged.customer_key, merged.seq, target.erased_at, target.noticed_at
    FROM merged_customers AS merged
    INNER JOIN erased_customers AS target ON target.customer_key = merged.to_key
    WHERE merged.merged_at <= target.erased_at
) AS erased
LEFT JOIN (SELECT customer_key, max(done_at) AS done_at FROM erasures_done GROUP BY customer_key) AS done
    ON done.customer_key = erased.customer_key
GROUP BY erased.customer_key
HAVING max(done.done_at) <= max(erased.noticed_at) + INTERVAL 30 SECOND
    OR erased.customer_key IN (
        SELECT asked.customer_key
        FROM (SELECT customer_key, asked_at, text FROM question_members WHERE customer_key IN (SELECT customer_key FROM erased_customers)) AS asked
        INNER JOIN erased_customers AS since ON since.customer_key = asked.customer_key
        WHERE asked.asked_at <= since.erased_at AND asked.text NOT IN ('', '***'))
COMMENT 'Erased customers whose rows must be looked at: for half a minute after the erasure was archived, and when the jobs wrote of old questions again';
