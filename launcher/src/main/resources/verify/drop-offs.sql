-- Silences (docs/metrics.md), read from the audit log alone.
-- A silence begins with a message of the customer, or the opening when there is none. It is a drop-off of a phase when the
-- phase's limit passes while the journey is open and still in that phase; it ends with the next message, the next phase or
-- the close, whichever is first. Only drop-offs up to {as_of} are looked at: later ones may not be due everywhere yet.
WITH
    toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS never,
    told AS
    (
        SELECT
            customer_key, journey, event_type, seq,
            least(event_time, recorded_at) AS at,
            ifNull(payload.to.:String, '') AS phase,
            ifNull(payload.topic.:String, '') AS topic,
            ifNull(payload.package_code.:String, '') AS package
        FROM events FINAL
        WHERE journey > 0
            AND customer_key NOT IN (SELECT customer_key FROM events WHERE event_type = 'CustomerForwarded')
    ),
    journeys_told AS
    (
        SELECT
            customer_key, journey,
            arraySort(groupUniqArrayIf(at, event_type = 'MessageReceived')) AS messages,
            minIf(at, event_type = 'JourneyOpened') AS opened,
            if(empty(messages), [opened], messages) AS signs,
            ifNull(minIfOrNull(at, event_type = 'PhaseChanged' AND phase = 'INTEREST'), never) AS interest,
            ifNull(minIfOrNull(at, event_type = 'PhaseChanged' AND phase = 'BOOKING'), never) AS booking,
            ifNull(minIfOrNull(at, event_type = 'JourneyClosed'), never) AS closed,
            arraySort(groupArrayIf((at, seq, topic), event_type = 'IntentDetected' AND topic != '')) AS topics,
            arraySort(groupArrayIf((at, seq, package), package != '' AND event_type IN
                ('CampaignAttributed', 'HandoverRequested', 'Escalated', 'LeadCreated'))) AS packages
        FROM told
        GROUP BY customer_key, journey
        HAVING countIf(event_type = 'JourneyOpened') > 0
    ),
    silences AS
    (
        SELECT
            customer_key, journey, topics, packages, closed,
            arrayJoin(arrayEnumerate(signs)) AS nth,
            signs[nth] AS since,
            if(nth < length(signs), signs[nth + 1], never) AS returned,
            arrayJoin([
                ('LEADS', toDateTime64(0, 3, 'UTC'), least(interest, booking), {leads:UInt32}),
                ('INTEREST', interest, booking, {interest:UInt32}),
                ('BOOKING', booking, never, {booking:UInt32})
            ]) AS stay,
            greatest(stay.2, addSeconds(since, stay.4)) AS due,
            least(returned, closed, stay.3) AS end
        FROM journeys_told
    )
SELECT
    concat(customer_key, '/', toString(journey), '/', stay.1, '/', toString(since)) AS key,
    toString(due) AS dropped_at_,
    if(end = never, '', toString(end)) AS ended_at,
    multiIf(end = never, '', end = returned, 'RETURNED', end = closed, 'CLOSED', 'MOVED') AS ended_by,
    arrayLast(t -> t.1 <= due, topics).3 AS last_topic,
    arrayLast(p -> p.1 <= due, packages).3 AS last_package
FROM silences
WHERE due < end AND due <= fromUnixTimestamp64Milli({as_of:Int64})

-- The same columns, as the jobs have them.
==
SELECT
    concat(customer_key, '/', toString(journey), '/', toString(phase), '/', toString(silent_since)) AS key,
    toString(dropped_at) AS dropped_at_,
    ifNull(toString(ended_at), '') AS ended_at,
    toString(ended_by) AS ended_by,
    toString(last_topic) AS last_topic,
    toString(last_package) AS last_package
FROM drop_offs FINAL
WHERE dropped_at <= fromUnixTimestamp64Milli({as_of:Int64})
