-- Episodes (docs/metrics.md), read from the audit log alone.
-- A message of the customer begins an episode when it is the first, or when since the one before there were 24 hours
-- without a message in or out, or a human resolved it. Scores given as an answer to the rating question are no messages.
WITH
    told AS
    (
        SELECT
            customer_key, journey, event_type, seq, cause, least(event_time, recorded_at) AS at, payload,
            multiIf(
                event_type = 'MessageReceived', 'in',
                event_type IN ('MessageSent', 'MediaSent'), 'out',
                event_type = 'AdminReplied' AND ifNull(payload.reply_id.:String, '') = '', 'out',
                event_type = 'HandoverResolved', 'resolved',
                'else') AS kind
        FROM events FINAL
        WHERE event_type IN ('MessageReceived', 'MessageSent', 'MediaSent', 'AdminReplied', 'HandoverResolved', 'AiAnswered',
                'Escalated', 'HandoverRequested', 'RatingReceived')
            AND (event_type != 'MessageReceived'
                OR (customer_key, cause) NOT IN (SELECT customer_key, cause FROM events WHERE event_type = 'RatingReceived'))
    ),
    breaks AS
    (
        SELECT
            *,
            kind IN ('in', 'out') AS is_message,
            maxIf(at, is_message) OVER (PARTITION BY customer_key ORDER BY at, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS message_before,
            kind = 'resolved' OR (is_message AND dateDiff('millisecond', message_before, at) >= 86400000) AS breaks
        FROM told
    ),
    stretches AS
    (
        SELECT *, sum(breaks) OVER (PARTITION BY customer_key ORDER BY at, seq ROWS UNBOUNDED PRECEDING) AS stretch
        FROM breaks
    ),
    begun AS
    (
        SELECT
            *,
            maxIf(stretch + 1, kind = 'in') OVER (PARTITION BY customer_key ORDER BY at, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS stretch_before,
            kind = 'in' AND stretch_before != stretch + 1 AS begins
        FROM stretches
    ),
    numbered AS
    (
        SELECT *, sum(begins) OVER (PARTITION BY customer_key ORDER BY at, seq ROWS UNBOUNDED PRECEDING) AS episode
        FROM begun
    ),
    gathered AS
    (
        SELECT
            customer_key, episode,
            argMinIf(seq, (at, seq), kind = 'in') AS first_seq,
            argMinIf(journey, (at, seq), kind = 'in') AS first_journey,
            minIf(at, kind = 'in') AS started_at,
            anyIf(stretch, kind = 'in') AS own,
            groupArray((kind, at, stretch)) AS moments,
            countIf(kind = 'in') AS messages_in,
            countIf(event_type = 'AiAnswered') AS answers,
            arraySort(groupArrayIf((at, seq, ifNull(payload.reason.:String, '')), event_type = 'Escalated')).3 AS escalations,
            arraySort(groupArrayIf((at, seq, ifNull(payload.reason.:String, '')), event_type = 'HandoverRequested')).3 AS handovers,
            argMaxIf(toInt32(ifNull(payload.score.:Int64, 0)), (at, seq), event_type = 'RatingReceived') AS rating,
            argMinIf(ifNull(payload.prompt_version.:String, ''), (at, seq), event_type = 'AiAnswered') AS prompt_version
        FROM numbered
        WHERE episode > 0
        GROUP BY customer_key, episode
    )
SELECT
    concat(customer_key, '/', toString(first_seq)) AS key,
    first_journey AS journey,
    toString(started_at) AS started_at,
    toString(arrayMax(m -> if(m.1 IN ('in', 'out') AND m.3 = own, m.2, toDateTime64(0, 3, 'UTC')), moments)) AS last_message_at,
    toInt32(messages_in) AS messages_in_,
    toInt32(arrayCount(m -> m.1 = 'out' AND m.3 = own, moments)) AS messages_out_,
    toInt32(answers) AS answers_,
    escalations,
    handovers,
    answers > 0 AND empty(escalations) AS successful,
    rating,
    prompt_version
FROM gathered

-- The same columns, as the jobs have them.
==
SELECT
    concat(customer_key, '/', toString(first_seq)) AS key,
    journey,
    toString(started_at) AS started_at,
    toString(last_message_at) AS last_message_at,
    messages_in AS messages_in_,
    messages_out AS messages_out_,
    ai_answers AS answers_,
    arrayMap(x -> toString(x), escalations) AS escalations,
    arrayMap(x -> toString(x), handovers) AS handovers,
    successful = 1 AS successful,
    toInt32(ifNull(rating, 0)) AS rating,
    toString(prompt_version) AS prompt_version
FROM episodes FINAL
