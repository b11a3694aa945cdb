-- Journeys (docs/metrics.md), read from the audit log alone.
-- The time of an event is when it happened, but never after it was learned. Among events of one time seq decides.
-- Who reached a step reached those before it; a payment is a booking; what went back wholly was never paid.
WITH
    told AS
    (
        SELECT
            customer_key, journey, event_type, seq,
            least(event_time, recorded_at) AS at,
            (at, seq) AS place,
            ifNull(payload.to.:String, '') AS phase,
            ifNull(payload.touch.:String, '') AS touch,
            (ifNull(payload.campaign_code.:String, ''), ifNull(payload.source_id.:String, ''), ifNull(payload.via.:String, '')) AS origin,
            ifNull(payload.language.:String, '') AS language,
            ifNull(payload.package_code.:String, '') AS package,
            ifNull(payload.source.:String, '') AS source,
            ifNull(payload.outcome.:String, '') AS outcome,
            ifNull(payload.prompt_version.:String, '') AS prompt,
            ifNull(payload.experiment.:String, '') AS experiment,
            ifNull(payload.variant.:String, '') AS variant,
            ifNull(payload.currency.:String, '') AS currency,
            ifNull(payload.amount.:Int64, 0) AS amount,
            ifNull(payload.pax.:Int64, 0) AS pax
        FROM events FINAL
        WHERE journey > 0
            AND customer_key NOT IN (SELECT customer_key FROM events WHERE event_type = 'CustomerForwarded')
    ),
    gathered AS
    (
        SELECT
            customer_key, journey,
            minIf(at, event_type = 'JourneyOpened') AS opened_at,
            argMinIf(source, place, event_type = 'JourneyOpened') AS source,
            if(countIf(event_type = 'CampaignAttributed' AND touch = 'FIRST') > 0,
                argMinIf((origin, at), place, event_type = 'CampaignAttributed' AND touch = 'FIRST'),
                argMinIf((origin, at), place, event_type = 'CampaignAttributed')) AS first_touch,
            argMaxIf((origin, at), place, event_type = 'CampaignAttributed') AS last_touch,
            countIf(event_type = 'CampaignAttributed') > 0 AS touched,
            argMaxIf(language, place, language != '' AND event_type IN ('JourneyOpened', 'LanguageDetected', 'AiAnswered')) AS language,
            argMaxIf(package, place, package != '' AND event_type IN
                ('CampaignAttributed', 'HandoverRequested', 'Escalated', 'LeadCreated', 'LeadMerged')) AS package_code,
            minIfOrNull(at, event_type = 'PaymentRecorded' AND amount > 0) AS first_payment,
            minIfOrNull(at, (event_type = 'PhaseChanged' AND phase = 'BOOKING') OR (event_type = 'PaymentRecorded' AND amount > 0)) AS booking_at,
            minIfOrNull(at, (event_type = 'PhaseChanged' AND phase IN ('INTEREST', 'BOOKING')) OR (event_type = 'PaymentRecorded' AND amount > 0)) AS interest_at,
            maxIfOrNull(at, event_type = 'JourneyClosed') AS closed_at,
            argMaxIf(outcome, place, event_type = 'JourneyClosed') AS outcome,
            argMinIf(currency, place, event_type = 'PaymentRecorded' AND amount > 0) AS own_currency,
            groupArrayIf((currency, if(event_type = 'PaymentRefunded', -amount, amount)), event_type IN ('PaymentRecorded', 'PaymentRefunded')) AS money,
            maxIf(pax, event_type = 'PaymentRecorded' AND amount > 0) AS pax,
            arraySort(groupArrayIf((at, seq, prompt), event_type = 'AiAnswered')) AS answers,
            arraySort(groupArrayIf((experiment, at, seq, variant), event_type = 'ExperimentExposed')) AS exposures
        FROM told
        GROUP BY customer_key, journey
        HAVING countIf(event_type = 'JourneyOpened') > 0
    ),
    added AS
    (
        SELECT
            *,
            arraySum(arrayMap(m -> if(m.1 = own_currency AND own_currency != '', m.2, 0), money)) AS revenue,
            arraySum(arrayMap(m -> if(m.1 = own_currency AND own_currency != '' AND m.2 < 0, -m.2, 0), money)) AS refunded,
            if(revenue > 0, first_payment, NULL) AS paid_at
        FROM gathered
    )
SELECT
    concat(customer_key, '/', toString(journey)) AS key,
    toString(opened_at) AS opened_at_,
    toString(toDate(opened_at, {zone:String})) AS cohort_day,
    source,
    first_touch.1.1 AS first_campaign,
    first_touch.1.2 AS first_ad,
    first_touch.1.3 AS first_via,
    if(touched, toString(first_touch.2), '') AS first_touch_at,
    if(touched, toString(toDate(first_touch.2, {zone:String})), '') AS first_touch_day,
    last_touch.1.1 AS last_campaign,
    last_touch.1.2 AS last_ad,
    if(touched, toString(last_touch.2), '') AS last_touch_at,
    language,
    package_code,
    multiIf(paid_at IS NOT NULL, 'PAID', booking_at IS NOT NULL, 'BOOKING', interest_at IS NOT NULL, 'INTEREST', 'LEADS') AS step,
    ifNull(toString(interest_at), '') AS interest_at_,
    ifNull(toString(booking_at), '') AS booking_at_,
    ifNull(toString(paid_at), '') AS paid_at_,
    ifNull(toString(closed_at), '') AS closed_at_,
    outcome,
    ifNull(intDiv(dateDiff('millisecond', opened_at, ifNull(interest_at, closed_at)), 1000), -1) AS in_leads,
    ifNull(intDiv(dateDiff('millisecond', interest_at, ifNull(booking_at, closed_at)), 1000), -1) AS in_interest,
    ifNull(intDiv(dateDiff('millisecond', booking_at, ifNull(first_payment, closed_at)), 1000), -1) AS in_booking,
    if(empty(answers), '', answers[1].3) AS prompt_version,
    if(interest_at IS NULL, '', arrayLast(a -> a.1 <= assumeNotNull(interest_at), answers).3) AS interest_prompt,
    if(booking_at IS NULL, '', arrayLast(a -> a.1 <= assumeNotNull(booking_at), answers).3) AS booking_prompt,
    if(paid_at IS NULL, '', arrayLast(a -> a.1 <= assumeNotNull(paid_at), answers).3) AS paid_prompt,
    arrayMap(e -> concat(e, '=', arrayFirst(x -> x.1 = e, exposures).4), arraySort(arrayDistinct(exposures.1))) AS variants,
    toInt64(revenue) AS revenue_,
    toInt64(refunded) AS refunded_,
    own_currency AS currency_,
    toInt32(pax) AS pax_
FROM added

-- The same columns, as the jobs have them.
==
SELECT
    concat(customer_key, '/', toString(journey)) AS key,
    toString(opened_at) AS opened_at_,
    toString(cohort_day) AS cohort_day,
    toString(source) AS source,
    toString(first_campaign) AS first_campaign,
    first_ad,
    toString(first_via) AS first_via,
    ifNull(toString(first_touch_at), '') AS first_touch_at,
    ifNull(toString(first_touch_day), '') AS first_touch_day,
    toString(last_campaign) AS last_campaign,
    last_ad,
    ifNull(toString(last_touch_at), '') AS last_touch_at,
    toString(language) AS language,
    toString(package_code) AS package_code,
    toString(step) AS step,
    ifNull(toString(interest_at), '') AS interest_at_,
    ifNull(toString(booking_at), '') AS booking_at_,
    ifNull(toString(paid_at), '') AS paid_at_,
    ifNull(toString(closed_at), '') AS closed_at_,
    toString(outcome) AS outcome,
    ifNull(seconds_in_leads, -1) AS in_leads,
    ifNull(seconds_in_interest, -1) AS in_interest,
    ifNull(seconds_in_booking, -1) AS in_booking,
    toString(prompt_version) AS prompt_version,
    toString(interest_prompt_version) AS interest_prompt,
    toString(booking_prompt_version) AS booking_prompt,
    toString(paid_prompt_version) AS paid_prompt,
    arrayMap(e -> concat(e, '=', variants[e]), arraySort(mapKeys(variants))) AS variants,
    revenue AS revenue_,
    refunded AS refunded_,
    toString(currency) AS currency_,
    toInt32(pax) AS pax_
FROM journeys FINAL
