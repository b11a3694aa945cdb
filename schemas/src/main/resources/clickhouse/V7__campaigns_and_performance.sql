CREATE TABLE IF NOT EXISTS ad_insights
(
    account_id String COMMENT 'Meta ad account',
    ad_id String COMMENT 'Meta ad id',
    day Date COMMENT 'Day in the zone of the ad account',
    spend Decimal(18, 4) COMMENT 'Money spent on that day, in currency',
    currency LowCardinality(String) COMMENT 'ISO 4217 currency of the account',
    link_clicks Int64 COMMENT 'Link clicks Meta counted',
    impressions Int64 COMMENT 'Impressions Meta counted',
    ad_name String COMMENT 'Name of the ad at Meta, empty if not told',
    meta_campaign String COMMENT 'Name of the campaign at Meta, empty if not told',
    imported_at DateTime64(3, 'UTC') COMMENT 'When it was imported; the latest import of an account, ad and day replaces',
    version UInt64 COMMENT 'Grows with imported_at, then with the offset in ads.activity',
    source_partition Int32 COMMENT 'Partition of ads.activity',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (account_id, ad_id, day)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What Meta reports per account, ad and day, as last imported; read with FINAL';

CREATE TABLE IF NOT EXISTS clicks
(
    activity_id String COMMENT 'Unique id of the click',
    campaign LowCardinality(String) COMMENT 'Campaign code of the link, empty if nobody knows it',
    clicked_at DateTime64(3, 'UTC') COMMENT 'When the link was followed',
    day Date COMMENT 'Day of clicked_at in RIHLA_TIMEZONE',
    bot UInt8 COMMENT '1 if a preview or crawler followed it; never counted',
    referrer String COMMENT 'Where it was followed from, empty if not told',
    version UInt64 COMMENT 'Twice the offset in ads.activity',
    source_partition Int32 COMMENT 'Partition of ads.activity',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (campaign, day, activity_id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Every visit of a campaign link; read with FINAL';

CREATE VIEW IF NOT EXISTS campaign_daily
(
    day Date COMMENT 'Day of the touch in RIHLA_TIMEZONE; for what Meta reports, the day of the ad account',
    touch String COMMENT 'FIRST or LAST: which touch journeys are counted by; clicks and spend are the same in both, so always choose one',
    campaign String COMMENT 'Campaign code by code or by the present mapping of the ad; empty for ads that no campaign names',
    ad String COMMENT 'Meta ad id, empty if none',
    clicks UInt64 COMMENT 'Link clicks Meta counted, or visits of /c for campaigns without any insight of their ads; bots left out',
    impressions UInt64 COMMENT 'Impressions Meta counted',
    referrals UInt64 COMMENT 'Journeys whose touch came through an ad',
    conversations UInt64 COMMENT 'Customers behind those journeys',
    leads UInt64 COMMENT 'Journeys with this touch',
    interest UInt64 COMMENT 'of them reached INTEREST or later',
    bookings UInt64 COMMENT 'of them reached BOOKING or later',
    payments UInt64 COMMENT 'of them paid and not wholly refunded',
    revenue Map(String, Decimal(38, 4)) COMMENT 'Currency -> payments less refunds of those journeys',
    spend Map(String, Decimal(38, 4)) COMMENT 'Currency -> money spent'
)
AS WITH
    insights AS
    (
        SELECT i.day AS day, i.ad_id AS ad, a.campaign AS campaign, i.link_clicks AS link_clicks,
            i.impressions AS impressions, i.spend AS spend, toString(i.currency) AS currency
        FROM (SELECT * FROM ad_insights FINAL) AS i
        LEFT ANY JOIN campaign_ads AS a ON a.ad_id = i.ad_id
    )
SELECT
    day,
    touch,
    campaign,
    ad,
    sum(row_clicks) AS clicks,
    sum(row_impressions) AS impressions,
    sum(row_referrals) AS referrals,
    uniqExactIf(customer, customer != '') AS conversations,
    countIf(customer != '') AS leads,
    sum(row_interest) AS interest,
    sum(row_bookings) AS bookings,
    sum(row_payments) AS payments,
    sumMap(row_revenue) AS revenue,
    sumMap(row_spend) AS spend
FROM
(
    SELECT
        day, arrayJoin(['FIRST', 'LAST']) AS touch, campaign, ad,
        toUInt64(link_clicks) AS row_clicks, toUInt64(impressions) AS row_impressions, toUInt64(0) AS row_referrals,
        '' AS customer, toUInt64(0) AS row_interest, toUInt64(0) AS row_bookings, toUInt64(0) AS row_payments,
        CAST(map(), 'Map(String, Decimal(38, 4))') AS row_revenue,
        CAST(map(currency, spend), 'Map(String, Decimal(38, 4))') AS row_spend
    FROM insights
    UNION ALL
    SELECT
        day, arrayJoin(['FIRST', 'LAST']) AS touch, toString(campaign) AS campaign, '' AS ad,
        toUInt64(1), toUInt64(0), toUInt64(0), '', toUInt64(0), toUInt64(0), toUInt64(0),
        CAST(map(), 'Map(String, Decimal(38, 4))'), CAST(map(), 'Map(String, Decimal(38, 4))')
    FROM (SELECT * FROM clicks FINAL)
    WHERE bot = 0 AND campaign != '' AND toString(campaign) NOT IN (SELECT campaign FROM insights)
    UNION ALL
    SELECT
        assumeNotNull(touched.1) AS day, touched.2 AS touch, touched.3 AS campaign, touched.4 AS ad,
        toUInt64(0), toUInt64(0), toUInt64(touched.5 = 'AD_REFERRAL' OR touched.4 != ''), customer_key,
        toUInt64(interest_at IS NOT NULL), toUInt64(booking_at IS NOT NULL), toUInt64(paid_at IS NOT NULL),
        CAST(if(currency = '', map(), map(toString(currency), toDecimal128(revenue, 4))), 'Map(String, Decimal(38, 4))'),
        CAST(map(), 'Map(String, Decimal(38, 4))')
    FROM
    (
        SELECT
            customer_key, interest_at, booking_at, paid_at, currency, revenue,
            arrayJoin([
                (first_touch_day, 'FIRST', campaign, first_ad, toString(first_via)),
                (last_touch_day, 'LAST', campaign_of_last_touch, last_ad, toString(last_via))
            ]) AS touched
        FROM attributed_journeys
    )
    WHERE touched.1 IS NOT NULL
)
GROUP BY day, touch, campaign, ad
COMMENT 'What campaigns and ads cost and brought, by day and by first or last touch; all but conversations may be added up';

CREATE VIEW IF NOT EXISTS campaign_performance
(
    touch String COMMENT 'FIRST or LAST: which touch journeys are counted by',
    campaign String COMMENT 'Campaign code, empty for ads that no campaign names',
    clicks UInt64 COMMENT 'Clicks, see campaign_daily',
    impressions UInt64 COMMENT 'Impressions Meta counted',
    referrals UInt64 COMMENT 'Journeys whose touch came through an ad',
    conversations UInt64 COMMENT 'Customers behind the journeys, once per day and ad',
    leads UInt64 COMMENT 'Journeys',
    bookings UInt64 COMMENT 'of them reached BOOKING or later',
    payments UInt64 COMMENT 'of them paid and not wholly refunded',
    spend Nullable(Float64) COMMENT 'Money spent, null if in several currencies',
    spend_currency String COMMENT 'Its currency, empty without spend or in several',
    revenue Nullable(Float64) COMMENT 'Payments less refunds, null if in several currencies',
    revenue_currency String COMMENT 'Its currency, empty without revenue or in several',
    conversion Nullable(Float64) COMMENT 'bookings / clicks, null without clicks',
    cpl Nullable(Float64) COMMENT 'spend / leads, null without leads or spend',
    cost_per_booking Nullable(Float64) COMMENT 'spend / bookings, null without bookings or spend',
    roas Nullable(Float64) COMMENT 'revenue / spend, null without spend or across currencies',
    roi Nullable(Float64) COMMENT '(revenue - spend) / spend, null without spend or across currencies'
)
AS SELECT
    touch, campaign, clicks, impressions, referrals, conversations, leads, bookings, payments,
    multiIf(length(spends) > 1, NULL, toFloat64(arraySum(mapValues(spends)))) AS spend,
    if(length(spends) = 1, mapKeys(spends)[1], '') AS spend_currency,
    multiIf(length(revenues) > 1, NULL, toFloat64(arraySum(mapValues(revenues)))) AS revenue,
    if(length(revenues) = 1, mapKeys(revenues)[1], '') AS revenue_currency,
    bookings / nullIf(clicks, 0) AS conversion,
    if(spend_currency = '', NULL, spend / nullIf(leads, 0)) AS cpl,
    if(spend_currency = '', NULL, spend / nullIf(bookings, 0)) AS cost_per_booking,
    if(spend_currency = '' OR revenue_currency NOT IN ('', spend_currency), NULL, revenue / nullIf(spend, 0)) AS roas,
    if(spend_currency = '' OR revenue_currency NOT IN ('', spend_currency), NULL, (revenue - spend) / nullIf(spend, 0)) AS roi
FROM
(
    SELECT
        touch, campaign, sum(clicks) AS clicks, sum(impressions) AS impressions, sum(referrals) AS referrals,
        sum(conversations) AS conversations, sum(leads) AS leads, sum(bookings) AS bookings, sum(payments) AS payments,
        sumMap(spend) AS spends, sumMap(revenue) AS revenues
    FROM campaign_daily
    GROUP BY touch, campaign
)
COMMENT 'Campaigns over all time with their ratios; for a range, sum campaign_daily the same way';

CREATE TABLE IF NOT EXISTS ai_answers
(
    customer_key String COMMENT 'Opaque customer key',
    journey Int32 COMMENT 'Number of the journey',
    thought_id String COMMENT 'Thought that was answered',
    answered_at DateTime64(3, 'UTC') COMMENT 'When the brain answered (event_time of AiAnswered)',
    received_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the api received the first message of the burst, null if unknown',
    first_part_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When WAHA accepted the first part of the reply, null if nothing went out',
    response_ms Nullable(Int64) COMMENT 'first_part_at - received_at in ms, null if either is unknown',
    latency_ms Int64 COMMENT 'How long the brain thought',
    prompt_version LowCardinality(String) COMMENT 'Composite prompt version',
    variant LowCardinality(String) COMMENT 'Experiment variant of the answer, empty if none',
    model LowCardinality(String) COMMENT 'Model that answered',
    language LowCardinality(String) COMMENT 'ID, EN or AR',
    intent LowCardinality(String) COMMENT 'What the customer wanted',
    topic LowCardinality(String) COMMENT 'What the question was about',
    confidence Float64 COMMENT '0 to 1, as the brain said',
    input_tokens Int64 COMMENT 'Tokens of the prompt',
    output_tokens Int64 COMMENT 'Tokens of the answer',
    cost Decimal(18, 6) COMMENT 'Tokens at the configured prices per million (AI_PRICE_INPUT, AI_PRICE_OUTPUT), in the currency of those prices',
    escalated UInt8 COMMENT '1 if the same decision escalated to a human (handovers do not count)',
    escalation_reason LowCardinality(String) COMMENT 'Why, empty if not escalated',
    episode_seq Int64 COMMENT 'first_seq of the episode it belongs to, 0 if none',
    version UInt64 COMMENT 'Grows with every correction of the row: twice the offset of its event',
    is_deleted UInt8 COMMENT '1 withdraws the row',
    source_partition Int32 COMMENT 'Partition of conversation.events the row was last made from',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (answered_at, customer_key, thought_id)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Every AI answer with its speed, price and what came of it; read with FINAL';

CREATE TABLE IF NOT EXISTS episodes
(
    customer_key String COMMENT 'Opaque customer key',
    conversation_id String COMMENT 'One customer is one conversation',
    first_seq Int64 COMMENT 'seq of the message that began it: its id within the customer',
    journey Int32 COMMENT 'Number of the journey that message belongs to',
    started_at DateTime64(3, 'UTC') COMMENT 'When that message was written',
    last_message_at DateTime64(3, 'UTC') COMMENT 'Last message in or out; 24 h later it ends if nothing follows',
    messages_in Int32 COMMENT 'Messages of the customer',
    messages_out Int32 COMMENT 'Messages of the bot and of humans',
    ai_answers Int32 COMMENT 'AI answers in it',
    escalations Array(LowCardinality(String)) COMMENT 'Reasons it was escalated for, in order',
    handovers Array(LowCardinality(String)) COMMENT 'Reasons it was handed over for, in order',
    successful UInt8 COMMENT '1 if it had an AI answer and no escalation',
    resolved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When a human resolved it, which ends it; null if none did',
    rating Nullable(Int32) COMMENT 'Last satisfaction score, 1 to 5, null without one',
    prompt_version LowCardinality(String) COMMENT 'Prompt version of its first AI answer, empty without one',
    variant LowCardinality(String) COMMENT 'Variant of its first AI answer, empty if none',
    language LowCardinality(String) COMMENT 'Language of its last AI answer, empty without one',
    version UInt64 COMMENT 'Grows with every correction of the row: twice the offset of its event',
    is_deleted UInt8 COMMENT '1 withdraws the row (a late message joined it to another)',
    source_partition Int32 COMMENT 'Partition of conversation.events the row was last made from',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (customer_key, first_seq)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Stretches of conversation without 24 h of silence, and how the AI did in them; read with FINAL';

CREATE VIEW IF NOT EXISTS episode_results AS
SELECT
    episodes.*,
    (resolved_at IS NOT NULL OR last_message_at + INTERVAL 24 HOUR <= now64(3)) AS ended,
    ifNull(journeys.booking_at >= episodes.started_at, 0) AS booked_later
FROM (SELECT * FROM episodes FINAL) AS episodes
LEFT ANY JOIN (SELECT customer_key, journey, booking_at FROM journeys FINAL) AS journeys
    ON journeys.customer_key = episodes.customer_key AND journeys.journey = episodes.journey
COMMENT 'Episodes; ended = it is over, booked_later = the journey reached BOOKING after it began; other columns as in episodes';

CREATE VIEW IF NOT EXISTS ai_hourly
(
    hour DateTime('UTC') COMMENT 'Hour of the answer, and of the start of episodes',
    prompt_version String COMMENT 'Prompt version of the answer, and of the first answer of episodes',
    variant String COMMENT 'Variant, likewise',
    language String COMMENT 'Language of the answer, and of the last answer of episodes',
    answers UInt64 COMMENT 'AI answers',
    response_ms_p50 Nullable(Float64) COMMENT 'Median from receipt to the first part sent, null if nothing went out',
    response_ms_p95 Nullable(Float64) COMMENT '95th percentile of it',
    response_ms_mean Nullable(Float64) COMMENT 'Mean of it',
    responses UInt64 COMMENT 'Answers whose response time is known',
    input_tokens Int64 COMMENT 'Tokens of prompts',
    output_tokens Int64 COMMENT 'Tokens of answers',
    cost Decimal(38, 6) COMMENT 'Price of the tokens',
    mean_confidence Nullable(Float64) COMMENT 'Mean confidence of the answers',
    escalated_answers UInt64 COMMENT 'Answers that were escalated in the same decision',
    episodes UInt64 COMMENT 'Episodes that began',
    successful UInt64 COMMENT 'of them with an AI answer and no escalation',
    escalated UInt64 COMMENT 'of them with an escalation',
    ratings UInt64 COMMENT 'of them rated',
    rating_sum Int64 COMMENT 'Sum of the scores: divided by ratings it is the satisfaction'
)
AS SELECT
    hour,
    prompt_version,
    variant,
    language,
    countIf(is_answer) AS answers,
    quantileExactIfOrNull(0.5)(response, is_answer AND known) AS response_ms_p50,
    quantileExactIfOrNull(0.95)(response, is_answer AND known) AS response_ms_p95,
    avgIfOrNull(response, is_answer AND known) AS response_ms_mean,
    countIf(known) AS responses,
    sum(tokens_in) AS input_tokens,
    sum(tokens_out) AS output_tokens,
    sum(price) AS cost,
    avgIfOrNull(sure, is_answer) AS mean_confidence,
    countIf(is_answer AND was_escalated) AS escalated_answers,
    countIf(NOT is_answer) AS episodes,
    countIf(NOT is_answer AND was_successful) AS successful,
    countIf(NOT is_answer AND was_escalated) AS escalated,
    countIf(NOT is_answer AND score > 0) AS ratings,
    sum(score) AS rating_sum
FROM
(
    SELECT
        toStartOfHour(toDateTime(answered_at, 'UTC')) AS hour, toString(prompt_version) AS prompt_version,
        toString(variant) AS variant, toString(language) AS language, true AS is_answer,
        response_ms IS NOT NULL AS known, ifNull(response_ms, 0) AS response, input_tokens AS tokens_in,
        output_tokens AS tokens_out, cost AS price, confidence AS sure, escalated = 1 AS was_escalated,
        false AS was_successful, toInt64(0) AS score
    FROM (SELECT * FROM ai_answers FINAL)
    UNION ALL
    SELECT
        toStartOfHour(toDateTime(started_at, 'UTC')), toString(prompt_version), toString(variant), toString(language),
        false, false, toInt64(0), toInt64(0), toInt64(0), toDecimal64(0, 6), toFloat64(0), notEmpty(escalations),
        successful = 1, toInt64(ifNull(rating, 0))
    FROM (SELECT * FROM episodes FINAL)
)
GROUP BY hour, prompt_version, variant, language
COMMENT 'AI answers and episodes by hour, prompt version, variant and language; counts and sums may be added up, percentiles not';

CREATE VIEW IF NOT EXISTS ai_escalations
(
    hour DateTime('UTC') COMMENT 'Hour the episode began',
    reason String COMMENT 'Why a human was needed (docs/metrics.md)',
    prompt_version String COMMENT 'Prompt version of the first AI answer of the episode',
    variant String COMMENT 'Variant, likewise',
    episodes UInt64 COMMENT 'Episodes escalated for this reason'
)
AS SELECT
    toStartOfHour(toDateTime(started_at, 'UTC')) AS hour,
    toString(arrayJoin(arrayDistinct(escalations))) AS reason,
    toString(prompt_version) AS prompt_version,
    toString(variant) AS variant,
    count() AS episodes
FROM (SELECT * FROM episodes FINAL)
GROUP BY ALL
COMMENT 'Escalated episodes by hour and reason; handovers are no escalations';

CREATE VIEW IF NOT EXISTS confidence_calibration
(
    bucket Float64 COMMENT 'Lower bound of the confidence, in steps of 0.1 (1.0 counts as 0.9)',
    prompt_version String COMMENT 'Prompt version of the answer',
    variant String COMMENT 'Variant of the answer',
    answers UInt64 COMMENT 'Answers with that confidence',
    mean_confidence Float64 COMMENT 'Mean confidence of them',
    successful UInt64 COMMENT 'of them in a successful episode',
    success_rate Float64 COMMENT 'successful / answers: well calibrated if close to mean_confidence'
)
AS SELECT
    least(floor(confidence * 10), 9) / 10 AS bucket,
    toString(answers.prompt_version) AS prompt_version,
    toString(answers.variant) AS variant,
    count() AS answers,
    avg(confidence) AS mean_confidence,
    countIf(episodes.successful = 1) AS successful,
    successful / answers AS success_rate
FROM (SELECT * FROM ai_answers FINAL) AS answers
LEFT ANY JOIN (SELECT customer_key, first_seq, successful FROM episodes FINAL) AS episodes
    ON episodes.customer_key = answers.customer_key AND episodes.first_seq = answers.episode_seq
GROUP BY ALL
COMMENT 'How far confidence tells success';

CREATE VIEW IF NOT EXISTS experiment_results
(
    experiment String COMMENT 'Name of the experiment',
    variant String COMMENT 'Arm',
    exposures UInt64 COMMENT 'Customers who saw it',
    interest UInt64 COMMENT 'of them reached INTEREST after they saw it',
    booking UInt64 COMMENT 'of them reached BOOKING after they saw it',
    paid UInt64 COMMENT 'of them paid after they saw it',
    first_exposure_at DateTime64(3, 'UTC') COMMENT 'First time anybody saw it',
    last_exposure_at DateTime64(3, 'UTC') COMMENT 'Last time a journey saw it first'
)
AS SELECT
    toString(experiment) AS experiment,
    variant,
    uniqExact(customer_key) AS exposures,
    uniqExactIf(customer_key, interest_at >= seen_at) AS interest,
    uniqExactIf(customer_key, booking_at >= seen_at) AS booking,
    uniqExactIf(customer_key, paid_at >= seen_at) AS paid,
    min(seen_at) AS first_exposure_at,
    max(seen_at) AS last_exposure_at
FROM (SELECT * FROM journeys FINAL)
ARRAY JOIN mapKeys(variants) AS experiment, mapValues(variants) AS variant, mapValues(exposed_at) AS seen_at
GROUP BY ALL
COMMENT 'Exposures and conversions per arm; a customer counts once per arm';
