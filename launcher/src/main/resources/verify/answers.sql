-- AI answers (docs/metrics.md), read from the audit log alone.
-- The response time runs from the receipt of the first message a thought was about to the first part of its reply that WAHA accepted.
WITH
    told AS
    (
        SELECT customer_key, journey, event_type, seq, cause, least(event_time, recorded_at) AS at, payload
        FROM events FINAL
    ),
    received AS
    (
        SELECT customer_key, payload.message_id::String AS message, min(payload.received_at.:Int64) AS received_at
        FROM told WHERE event_type = 'MessageReceived' GROUP BY ALL
    ),
    thoughts AS
    (
        SELECT customer_key, thought, min(received_at) AS received_at
        FROM
        (
            SELECT customer_key, payload.thought_id::String AS thought, arrayJoin(payload.message_ids::Array(String)) AS message
            FROM told WHERE event_type = 'ThoughtRequested'
        ) AS asked
        INNER JOIN received USING (customer_key, message)
        GROUP BY ALL
    ),
    sent AS
    (
        SELECT customer_key, payload.reply_id::String AS reply, min(at) AS first_part_at
        FROM told WHERE event_type IN ('MessageSent', 'MediaSent') GROUP BY ALL
    ),
    replies AS
    (
        SELECT customer_key, thought, min(first_part_at) AS first_part_at
        FROM
        (
            SELECT customer_key, payload.reply_id::String AS reply, payload.thought_id::String AS thought
            FROM told WHERE event_type = 'ReplyPlanned' AND payload.thought_id.:String != ''
        ) AS planned
        INNER JOIN sent USING (customer_key, reply)
        GROUP BY ALL
    ),
    escalations AS
    (
        SELECT customer_key, cause AS thought, argMin(payload.reason::String, (at, seq)) AS reason
        FROM told WHERE event_type = 'Escalated' GROUP BY ALL
    )
SELECT
    concat(customer_key, '/', thought) AS key,
    answered.journey AS journey,
    toString(answered.at) AS answered_at,
    if(thoughts.received_at > 0 AND toUnixTimestamp64Milli(replies.first_part_at) > 0,
        toUnixTimestamp64Milli(replies.first_part_at) - thoughts.received_at, -1) AS response_ms,
    answered.prompt_version AS prompt_version,
    answered.variant AS variant,
    answered.topic AS topic,
    answered.confidence AS confidence,
    answered.tokens AS tokens,
    escalations.reason AS escalation_reason
FROM
(
    SELECT
        customer_key, payload.thought_id::String AS thought, any(journey) AS journey, argMin(at, seq) AS at,
        argMin(payload.prompt_version::String, seq) AS prompt_version,
        argMin(ifNull(payload.variant.:String, ''), seq) AS variant,
        argMin(payload.topic::String, seq) AS topic,
        argMin(toFloat64(payload.confidence), seq) AS confidence,
        argMin(toInt64(payload.input_tokens) + toInt64(payload.output_tokens), seq) AS tokens
    FROM told WHERE event_type = 'AiAnswered' GROUP BY ALL
) AS answered
LEFT ANY JOIN thoughts USING (customer_key, thought)
LEFT ANY JOIN replies USING (customer_key, thought)
LEFT ANY JOIN escalations USING (customer_key, thought)

-- The same columns, as the jobs have them.
==
SELECT
    concat(customer_key, '/', thought_id) AS key,
    journey,
    toString(answered_at) AS answered_at,
    ifNull(response_ms, -1) AS response_ms,
    toString(prompt_version) AS prompt_version,
    toString(variant) AS variant,
    toString(topic) AS topic,
    confidence,
    input_tokens + output_tokens AS tokens,
    toString(escalation_reason) AS escalation_reason
FROM ai_answers FINAL
