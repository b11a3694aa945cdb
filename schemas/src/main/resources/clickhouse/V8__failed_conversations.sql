CREATE VIEW IF NOT EXISTS failed_conversations AS
SELECT
    concat(conversation_id, '-', toString(turn)) AS failure_id,
    customer_key,
    conversation_id,
    journey,
    multiIf(escalation != '', 'ESCALATION', rejection != '', 'REJECTION', 'SILENCE') AS reason,
    multiIf(escalation != '', escalation, rejection) AS detail,
    question,
    answer,
    prompt_version,
    variant,
    model,
    topic,
    confidence,
    phase,
    package_code,
    answered_at,
    multiIf(escalation != '', escalated_at, rejection != '', rejected_at, answered_at + INTERVAL 24 HOUR) AS failed_at
FROM
(
    SELECT
        *,
        leadInFrame(asked_at) OVER (
            PARTITION BY customer_key ORDER BY turn ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next_asked_at
    FROM
    (
        SELECT
            customer_key,
            turn,
            any(conversation_id) AS conversation_id,
            max(journey) AS journey,
            arrayStringConcat(
                arrayMap(line -> line.2, arraySort(groupArrayIf((seq, said), event_type = 'MessageReceived' AND said != ''))),
                '\n') AS question,
            arrayStringConcat(
                arrayMap(line -> line.2, arraySort(groupArrayIf((seq, said), event_type = 'ReplyPlanned' AND said != ''))),
                '\n') AS answer,
            argMaxIf(asked_back, seq, event_type = 'ReplyPlanned') AS asked_back,
            argMaxIf(why, seq, event_type = 'Escalated') AS escalation,
            argMaxIf(why, seq, event_type = 'AnswerRejected') AS rejection,
            argMaxIf(prompt_version, seq, event_type = 'AiAnswered') AS prompt_version,
            argMaxIf(variant, seq, event_type = 'AiAnswered') AS variant,
            argMaxIf(model, seq, event_type = 'AiAnswered') AS model,
            argMaxIf(topic, seq, event_type = 'AiAnswered') AS topic,
            argMaxIf(confidence, seq, event_type = 'AiAnswered') AS confidence,
            argMax(phase, seq) AS phase,
            argMax(package_code, seq) AS package_code,
            countIf(event_type IN ('OptedOut', 'JourneyClosed', 'HandoverRequested', 'HandoverAssigned', 'TakenOverFromPhone')) > 0 AS elsewhere,
            minIf(event_time, event_type = 'MessageReceived') AS asked_at,
            maxIf(event_time, event_type = 'AiAnswered') AS answered_at,
            maxIf(event_time, event_type = 'Escalated') AS escalated_at,
            maxIf(event_time, event_type = 'AnswerRejected') AS rejected_at,
            countIf(event_type = 'AiAnswered') AS answers
        FROM
        (
            SELECT
                *,
                -- a question belongs to the answer after it, and so does what came of no answer at all
                if(event_type IN ('MessageReceived', 'AnswerRejected', 'AiAnswered') OR (event_type = 'Escalated' AND cause != answer_cause),
                    answers_before + 1,
                    answers_before) AS turn
            FROM
            (
                SELECT
                    customer_key,
                    conversation_id,
                    journey,
                    seq,
                    cause,
                    event_type,
                    event_time,
                    ifNull(payload.text.:String, '') AS said,
                    ifNull(payload.question.:String, '') AS asked_back,
                    if(event_type = 'AnswerRejected', ifNull(payload.why.:String, ''), ifNull(payload.reason.:String, '')) AS why,
                    ifNull(payload.prompt_version.:String, '') AS prompt_version,
                    ifNull(payload.variant.:String, '') AS variant,
                    ifNull(payload.model.:String, '') AS model,
                    ifNull(payload.topic.:String, '') AS topic,
                    ifNull(toString(payload.confidence), '') AS confidence,
                    countIf(event_type = 'AiAnswered') OVER earlier AS answers_before,
                    argMaxIf(cause, seq, event_type = 'AiAnswered') OVER earlier AS answer_cause,
                    argMaxIf(ifNull(payload.to.:String, ''), seq, event_type = 'PhaseChanged') OVER so_far AS phase,
                    argMaxIf(ifNull(payload.package_code.:String, ''), seq, ifNull(payload.package_code.:String, '') != '') OVER so_far AS package_code
                FROM events FINAL
                WHERE event_type IN ('MessageReceived', 'AiAnswered', 'AnswerRejected', 'ReplyPlanned', 'Escalated', 'PhaseChanged',
                    'CampaignAttributed', 'OptedOut', 'JourneyClosed', 'HandoverRequested', 'HandoverAssigned', 'TakenOverFromPhone')
                WINDOW
                    earlier AS (PARTITION BY customer_key ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
                    so_far AS (PARTITION BY customer_key ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
            )
        )
        GROUP BY customer_key, turn
    )
)
WHERE escalation != ''
   OR rejection != ''
   OR (answers > 0 AND NOT elsewhere
       AND (phase IN ('LEADS', 'INTEREST') OR asked_back != '')
       AND if(toUnixTimestamp64Milli(next_asked_at) = 0, now64(3, 'UTC'), next_asked_at) > answered_at + INTERVAL 24 HOUR)
COMMENT 'Answers that led nowhere: a human was needed, the answer was refused, or the customer fell silent for 24 hours'
