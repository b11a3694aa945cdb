-- Questions: every member belongs to a burst of the audit log, and following the merges to the end leads to the counts people see.
-- needs: question_members
WITH
    steps AS (SELECT from_id, into_id FROM question_merges FINAL),
    once AS (SELECT first.from_id AS from_id, if(next.into_id = '', first.into_id, next.into_id) AS into_id
        FROM steps AS first LEFT JOIN steps AS next ON next.from_id = first.into_id),
    twice AS (SELECT first.from_id AS from_id, if(next.into_id = '', first.into_id, next.into_id) AS into_id
        FROM once AS first LEFT JOIN steps AS next ON next.from_id = first.into_id),
    members AS
    (
        SELECT DISTINCT members.customer_key, members.question_id, if(twice.into_id = '', members.cluster_id, twice.into_id) AS cluster
        FROM (SELECT * FROM question_members FINAL) AS members
        LEFT JOIN twice ON twice.from_id = members.cluster_id
        WHERE (members.customer_key, members.question_id) IN
            (SELECT customer_key, payload.message_id::String FROM events WHERE event_type = 'IntentDetected')
    )
SELECT cluster AS key, toInt64(count()) AS frequency_
FROM members
GROUP BY cluster

-- The same columns, as people see them.
==
SELECT cluster_id AS key, toInt64(frequency) AS frequency_
FROM questions
