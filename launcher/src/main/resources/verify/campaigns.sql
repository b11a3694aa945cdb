-- Campaign figures (docs/metrics.md) by day, touch, campaign and ad: journeys from the audit log alone, clicks and spend from what was reported.
-- A touch by code belongs to that campaign; one by ad to the campaign that names the ad. Clicks are Meta's where an ad of the campaign is
-- reported, else the visits of its link.
WITH
    told AS
    (
        SELECT
            customer_key, journey, event_type, least(event_time, recorded_at) AS at, (at, seq) AS place,
            ifNull(payload.touch.:String, '') AS touch,
            (ifNull(payload.campaign_code.:String, ''), ifNull(payload.source_id.:String, ''), at) AS origin,
            ifNull(payload.to.:String, '') AS phase,
            ifNull(payload.currency.:String, '') AS currency,
            ifNull(payload.amount.:Int64, 0) AS amount
        FROM events FINAL
        WHERE journey > 0
            AND customer_key NOT IN (SELECT customer_key FROM events WHERE event_type = 'CustomerForwarded')
    ),
    mapping AS
    (
        SELECT ad_id, argMin(campaign, (-toUnixTimestamp64Milli(updated_at), campaign)) AS campaign
        FROM (SELECT arrayJoin(ad_ids) AS ad_id, toString(campaign) AS campaign, updated_at FROM campaigns FINAL)
        WHERE ad_id != '' GROUP BY ad_id
    ),
    gathered AS
    (
        SELECT
            customer_key, journey,
            if(countIf(event_type = 'CampaignAttributed' AND touch = 'FIRST') > 0,
                argMinIf(origin, place, event_type = 'CampaignAttributed' AND touch = 'FIRST'),
                argMinIf(origin, place, event_type = 'CampaignAttributed')) AS first_touch,
            argMaxIf(origin, place, event_type = 'CampaignAttributed') AS last_touch,
            countIf(event_type = 'CampaignAttributed') > 0 AS touched,
            countIf(event_type = 'PaymentRecorded' AND amount > 0) > 0 AS pays,
            countIf(event_type = 'PhaseChanged' AND phase = 'BOOKING') > 0 OR pays AS booked,
            argMinIf(currency, place, event_type = 'PaymentRecorded' AND amount > 0) AS own_currency,
            groupArrayIf((currency, if(event_type = 'PaymentRefunded', -amount, amount)), event_type IN ('PaymentRecorded', 'PaymentRefunded')) AS money
        FROM told
        GROUP BY customer_key, journey
        HAVING countIf(event_type = 'JourneyOpened') > 0 AND touched
    ),
    figures AS
    (
        SELECT
            toString(toDate(touch.3, {zone:String})) AS day, which,
            if(touch.1 != '', touch.1, mapping.campaign) AS campaign, touch.2 AS ad,
            toInt64(0) AS clicks, toDecimal128(0, 4) AS spend, '' AS spend_currency,
            1 AS leads, toInt64(booked) AS bookings, toInt64(own_currency != '' AND net > 0) AS payments,
            if(own_currency = '', 0, net) AS revenue, own_currency AS revenue_currency
        FROM
        (
            SELECT *, arraySum(arrayMap(m -> if(m.1 = own_currency, m.2, 0), money)) AS net,
                arrayJoin([('FIRST', first_touch), ('LAST', last_touch)]) AS pick, pick.1 AS which, pick.2 AS touch
            FROM gathered
        ) AS journeys_told
        LEFT ANY JOIN mapping ON mapping.ad_id = touch.2
        UNION ALL
        SELECT toString(day), arrayJoin(['FIRST', 'LAST']), mapping.campaign, reported.ad_id, link_clicks, toDecimal128(spend, 4),
            toString(currency), 0, 0, 0, 0, ''
        FROM (SELECT * FROM ad_insights FINAL) AS reported
        LEFT ANY JOIN mapping ON mapping.ad_id = reported.ad_id
        UNION ALL
        SELECT toString(toDate(clicked_at, {zone:String})), arrayJoin(['FIRST', 'LAST']), toString(campaign), '', 1, toDecimal128(0, 4), '', 0, 0, 0, 0, ''
        FROM clicks FINAL
        WHERE bot = 0 AND campaign != '' AND toString(campaign) NOT IN
            (SELECT mapping.campaign FROM (SELECT DISTINCT ad_id FROM ad_insights) AS reported INNER JOIN mapping ON mapping.ad_id = reported.ad_id)
    )
SELECT
    concat(day, '/', which, '/', campaign, '/', ad) AS key,
    toInt64(sum(clicks)) AS clicks_,
    toInt64(sum(leads)) AS leads_,
    toInt64(sum(bookings)) AS bookings_,
    toInt64(sum(payments)) AS payments_,
    arraySort(arrayFilter(x -> NOT startsWith(x, '='), arrayMap((c, a) -> concat(c, '=', toString(a)),
        mapKeys(sumMap(map(revenue_currency, toDecimal128(revenue, 4)))), mapValues(sumMap(map(revenue_currency, toDecimal128(revenue, 4))))))) AS revenue_,
    arraySort(arrayFilter(x -> NOT startsWith(x, '='), arrayMap((c, a) -> concat(c, '=', toString(a)),
        mapKeys(sumMap(map(spend_currency, spend))), mapValues(sumMap(map(spend_currency, spend)))))) AS spend_
FROM figures
GROUP BY day, which, campaign, ad

-- The same columns, as the jobs have them.
==
SELECT
    concat(toString(day), '/', touch, '/', campaign, '/', ad) AS key,
    toInt64(clicks) AS clicks_,
    toInt64(leads) AS leads_,
    toInt64(bookings) AS bookings_,
    toInt64(payments) AS payments_,
    arraySort(arrayMap((c, a) -> concat(c, '=', toString(a)), mapKeys(revenue), mapValues(revenue))) AS revenue_,
    arraySort(arrayMap((c, a) -> concat(c, '=', toString(a)), mapKeys(spend), mapValues(spend))) AS spend_
FROM campaign_daily
