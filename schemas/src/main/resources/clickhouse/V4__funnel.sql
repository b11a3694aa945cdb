CREATE TABLE IF NOT EXISTS journeys
(
    customer_key String COMMENT 'Opaque customer key',
    conversation_id String COMMENT 'One customer is one conversation',
    journey Int32 COMMENT 'Number of the journey of this customer, from 1',
    opened_at DateTime64(3, 'UTC') COMMENT 'Earliest event_time of a JourneyOpened of this journey',
    cohort_day Date COMMENT 'Day of opened_at in RIHLA_TIMEZONE: the cohort the journey belongs to',
    source LowCardinality(String) COMMENT 'How it opened: code, meta_ad, direct, or what made the lead',
    first_campaign LowCardinality(String) COMMENT 'Campaign code of the first touch, empty if the touch named none',
    first_ad String COMMENT 'Meta ad id of the first touch, empty if none',
    first_via LowCardinality(String) COMMENT 'CODE or AD_REFERRAL, empty without a touch',
    first_touch_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the first touch was, null without one',
    first_touch_day Nullable(Date) COMMENT 'Day of first_touch_at in RIHLA_TIMEZONE',
    last_campaign LowCardinality(String) COMMENT 'Campaign code of the last touch, empty if the touch named none',
    last_ad String COMMENT 'Meta ad id of the last touch, empty if none',
    last_via LowCardinality(String) COMMENT 'CODE or AD_REFERRAL, empty without a touch',
    last_touch_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the last touch was, null without one',
    last_touch_day Nullable(Date) COMMENT 'Day of last_touch_at in RIHLA_TIMEZONE',
    language LowCardinality(String) COMMENT 'Last detected language of the journey: ID, EN or AR; empty if none was',
    package_code LowCardinality(String) COMMENT 'Last package an attribution, a handover or the lead named, empty if none',
    phase LowCardinality(String) COMMENT 'Highest phase reached: LEADS, INTEREST or BOOKING',
    step LowCardinality(String) COMMENT 'Highest step reached: LEADS, INTEREST, BOOKING or PAID',
    interest_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When INTEREST or a later step was first reached, null if never',
    booking_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When BOOKING was first reached or the first payment came, null if never',
    paid_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the first payment came; null if none came or all of it went back',
    closed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the journey ended, null while it is open',
    outcome LowCardinality(String) COMMENT 'PAID, LOST or CANCELLED, empty while it is open',
    seconds_in_leads Nullable(Int64) COMMENT 'From opened_at to the next step or the close, null while it is there',
    seconds_in_interest Nullable(Int64) COMMENT 'From interest_at to the next step or the close, null while it is there or if never',
    seconds_in_booking Nullable(Int64) COMMENT 'From booking_at to the first payment or the close, null while it is there or if never',
    prompt_version LowCardinality(String) COMMENT 'Prompt version of the first AI answer, empty without one',
    interest_prompt_version LowCardinality(String) COMMENT 'Prompt version of the last AI answer up to interest_at, empty without one',
    booking_prompt_version LowCardinality(String) COMMENT 'Prompt version of the last AI answer up to booking_at, empty without one',
    paid_prompt_version LowCardinality(String) COMMENT 'Prompt version of the last AI answer up to paid_at, empty without one',
    variants Map(LowCardinality(String), String) COMMENT 'Experiment -> variant first seen in this journey',
    exposed_at Map(LowCardinality(String), DateTime64(3, 'UTC')) COMMENT 'Experiment -> when that variant was first seen',
    revenue Int64 COMMENT 'Payments less refunds, in currency, in minor-free units',
    refunded Int64 COMMENT 'Refunds, in currency',
    currency LowCardinality(String) COMMENT 'ISO 4217 currency of the payments, empty without one',
    pax Int32 COMMENT 'Most travellers a payment named, 0 without one',
    version UInt64 COMMENT 'Grows with every correction of the row: twice the offset of its event, and one more if a timer made it',
    is_deleted UInt8 COMMENT '1 withdraws the row (the customer was merged into another)',
    source_partition Int32 COMMENT 'Partition of conversation.events the row was last made from',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (customer_key, journey)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'One row per journey: how far it came, when, and what brought it; read with FINAL';

CREATE TABLE IF NOT EXISTS campaigns
(
    campaign LowCardinality(String) COMMENT 'Campaign code',
    package_code LowCardinality(String) COMMENT 'Package it sells',
    name String COMMENT 'Name people gave it',
    source LowCardinality(String) COMMENT 'meta, tiktok, organic …',
    ad_ids Array(String) COMMENT 'Meta ad ids that belong to it',
    active UInt8 COMMENT '1 while it runs',
    updated_at DateTime64(3, 'UTC') COMMENT 'Last change',
    version UInt64 COMMENT 'Grows with every change: twice the offset in topic campaigns',
    is_deleted UInt8 COMMENT '1 if the campaign was removed',
    source_partition Int32 COMMENT 'Partition of topic campaigns',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY campaign
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'What an ad sells, as it is now; read with FINAL';

CREATE VIEW IF NOT EXISTS campaign_ads
(
    ad_id String COMMENT 'Meta ad id',
    campaign String COMMENT 'Campaign it belongs to: the one changed last, the lower code when two changed together'
)
AS SELECT
    ad_id,
    toString(argMin(campaign, (-toInt64(updated_at), campaign))) AS campaign
FROM
(
    SELECT arrayJoin(ad_ids) AS ad_id, campaign, toUnixTimestamp64Milli(updated_at) AS updated_at
    FROM campaigns FINAL
)
WHERE ad_id != ''
GROUP BY ad_id
COMMENT 'Which campaign an ad belongs to now';

CREATE VIEW IF NOT EXISTS attributed_journeys AS
SELECT
    journeys.*,
    if(first_campaign != '', toString(first_campaign), first_mapped.campaign) AS campaign,
    if(last_campaign != '', toString(last_campaign), last_mapped.campaign) AS campaign_of_last_touch
FROM (SELECT * FROM journeys FINAL) AS journeys
LEFT ANY JOIN campaign_ads AS first_mapped ON journeys.first_ad = first_mapped.ad_id
LEFT ANY JOIN campaign_ads AS last_mapped ON journeys.last_ad = last_mapped.ad_id
COMMENT 'Journeys with the campaign of either touch, by code or by the present mapping of the ad; columns as in journeys';

CREATE VIEW IF NOT EXISTS funnel_steps
(
    customer_key String COMMENT 'Opaque customer key',
    journey Int32 COMMENT 'Number of the journey',
    cohort_day Date COMMENT 'Day the journey opened',
    step String COMMENT 'LEADS, INTEREST, BOOKING or PAID',
    reached_at DateTime64(3, 'UTC') COMMENT 'When the step, or one after it, was first reached',
    seconds_from_start Int64 COMMENT 'From the opening of the journey',
    seconds_from_previous Nullable(Int64) COMMENT 'From the step before, null for LEADS',
    prompt_version String COMMENT 'Prompt version of the last AI answer up to this step, of the first one for LEADS',
    campaign String COMMENT 'Campaign of the first touch',
    source String COMMENT 'How the journey opened',
    language String COMMENT 'Language of the journey'
)
AS SELECT
    customer_key,
    journey,
    cohort_day,
    reached.1 AS step,
    assumeNotNull(reached.2) AS reached_at,
    dateDiff('second', opened_at, assumeNotNull(reached.2)) AS seconds_from_start,
    dateDiff('second', reached.3, reached.2) AS seconds_from_previous,
    toString(reached.4) AS prompt_version,
    campaign,
    toString(source) AS source,
    toString(language) AS language
FROM
(
    SELECT
        customer_key, journey, cohort_day, opened_at, campaign, source, language,
        arrayJoin([
            ('LEADS', toNullable(opened_at), CAST(NULL, 'Nullable(DateTime64(3, \'UTC\'))'), toString(prompt_version)),
            ('INTEREST', interest_at, toNullable(opened_at), toString(interest_prompt_version)),
            ('BOOKING', booking_at, interest_at, toString(booking_prompt_version)),
            ('PAID', paid_at, booking_at, toString(paid_prompt_version))
        ]) AS reached
    FROM attributed_journeys
)
WHERE reached.2 IS NOT NULL
COMMENT 'One row per journey and step it reached';

CREATE VIEW IF NOT EXISTS funnel_daily
(
    cohort_day Date COMMENT 'Day the journeys opened, in RIHLA_TIMEZONE',
    campaign String COMMENT 'Campaign of the first touch, empty without one',
    source String COMMENT 'How the journeys opened',
    language String COMMENT 'Language of the journeys',
    prompt_version String COMMENT 'Prompt version of their first AI answer',
    leads UInt64 COMMENT 'Journeys',
    interest UInt64 COMMENT 'of them reached INTEREST or later',
    booking UInt64 COMMENT 'of them reached BOOKING or later',
    paid UInt64 COMMENT 'of them paid and not wholly refunded',
    revenue Map(String, Int64) COMMENT 'Currency -> payments less refunds',
    conversion_rate Nullable(Float64) COMMENT 'paid / leads',
    seconds_to_interest Nullable(Float64) COMMENT 'Median from opening to INTEREST, of those that reached it',
    seconds_to_booking Nullable(Float64) COMMENT 'Median from opening to BOOKING',
    seconds_to_paid Nullable(Float64) COMMENT 'Median from opening to the first payment'
)
AS SELECT
    cohort_day,
    campaign,
    toString(source) AS source,
    toString(language) AS language,
    toString(prompt_version) AS prompt_version,
    count() AS leads,
    countIf(interest_at IS NOT NULL) AS interest,
    countIf(booking_at IS NOT NULL) AS booking,
    countIf(paid_at IS NOT NULL) AS paid,
    sumMap(CAST(if(currency = '', map(), map(toString(currency), revenue)), 'Map(String, Int64)')) AS revenue,
    countIf(paid_at IS NOT NULL) / nullIf(count(), 0) AS conversion_rate,
    quantileExactOrNull(0.5)(dateDiff('second', opened_at, interest_at)) AS seconds_to_interest,
    quantileExactOrNull(0.5)(dateDiff('second', opened_at, booking_at)) AS seconds_to_booking,
    quantileExactOrNull(0.5)(dateDiff('second', opened_at, paid_at)) AS seconds_to_paid
FROM attributed_journeys
GROUP BY ALL
COMMENT 'The funnel by cohort day, campaign, source, language and prompt version; counts may be added up';

CREATE VIEW IF NOT EXISTS funnel_variants
(
    cohort_day Date COMMENT 'Day the journeys opened, in RIHLA_TIMEZONE',
    experiment String COMMENT 'Name of the experiment',
    variant String COMMENT 'Variant the journeys saw',
    leads UInt64 COMMENT 'Journeys',
    interest UInt64 COMMENT 'of them reached INTEREST or later',
    booking UInt64 COMMENT 'of them reached BOOKING or later',
    paid UInt64 COMMENT 'of them paid and not wholly refunded'
)
AS SELECT
    cohort_day,
    toString(experiment) AS experiment,
    variant,
    count() AS leads,
    countIf(interest_at IS NOT NULL) AS interest,
    countIf(booking_at IS NOT NULL) AS booking,
    countIf(paid_at IS NOT NULL) AS paid
FROM (SELECT * FROM journeys FINAL)
ARRAY JOIN mapKeys(variants) AS experiment, mapValues(variants) AS variant
GROUP BY ALL
COMMENT 'The funnel by cohort day and variant of each experiment; a journey counts once per experiment';

CREATE TABLE IF NOT EXISTS drop_offs
(
    customer_key String COMMENT 'Opaque customer key',
    conversation_id String COMMENT 'One customer is one conversation',
    journey Int32 COMMENT 'Number of the journey',
    phase LowCardinality(String) COMMENT 'Phase the journey was in: LEADS, INTEREST or BOOKING',
    silent_since DateTime64(3, 'UTC') COMMENT 'Last message of the customer before the silence (the opening if there was none)',
    dropped_at DateTime64(3, 'UTC') COMMENT 'When the silence passed the limit of the phase',
    ended_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the drop-off ended, null while it lasts',
    ended_by LowCardinality(String) COMMENT 'RETURNED, MOVED (to another phase without a message) or CLOSED; empty while it lasts',
    returned_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the customer wrote again, if that ended it',
    last_topic LowCardinality(String) COMMENT 'Topic of the last question before the drop-off, empty if none was understood',
    last_confidence Nullable(Float64) COMMENT 'Confidence of the last AI answer before the drop-off, null without one',
    last_package LowCardinality(String) COMMENT 'Last package named before the drop-off, empty if none',
    version UInt64 COMMENT 'Grows with every correction of the row: twice the offset of its event, and one more if a timer made it',
    is_deleted UInt8 COMMENT '1 withdraws the row (a late message broke the silence, or the customer was merged)',
    source_partition Int32 COMMENT 'Partition of conversation.events the row was last made from',
    source_offset Int64 COMMENT 'Offset in that partition'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (customer_key, journey, silent_since, phase)
SETTINGS non_replicated_deduplication_window = 1000
COMMENT 'Journeys whose customer fell silent past the limit of the phase, and how it ended; read with FINAL';

CREATE VIEW IF NOT EXISTS follow_ups
(
    customer_key String COMMENT 'Opaque customer key',
    conversation_id String COMMENT 'One customer is one conversation',
    journey Int32 COMMENT 'Number of the journey',
    phase String COMMENT 'Phase the journey is in',
    silent_since DateTime64(3, 'UTC') COMMENT 'Last message of the customer',
    dropped_at DateTime64(3, 'UTC') COMMENT 'When the silence passed the limit of the phase',
    last_topic String COMMENT 'What the customer asked last',
    last_confidence Nullable(Float64) COMMENT 'How sure the last answer was',
    last_package String COMMENT 'Package talked about',
    ball String COMMENT 'BOT or WAITING: who acts next'
)
AS SELECT
    drop_offs.customer_key AS customer_key,
    drop_offs.conversation_id AS conversation_id,
    drop_offs.journey AS journey,
    toString(drop_offs.phase) AS phase,
    silent_since,
    dropped_at,
    toString(last_topic) AS last_topic,
    last_confidence,
    toString(last_package) AS last_package,
    if(desk.ball = '', 'BOT', desk.ball) AS ball
FROM (SELECT * FROM drop_offs FINAL WHERE ended_at IS NULL) AS drop_offs
LEFT ANY JOIN
(
    SELECT customer_key, ball
    FROM conversations
    WHERE customer_key IN (SELECT customer_key FROM drop_offs WHERE ended_at IS NULL)
) AS desk ON desk.customer_key = drop_offs.customer_key
LEFT ANY JOIN
(
    SELECT customer_key, argMax(event_type, seq) = 'OptedOut' AS opted_out
    FROM events
    WHERE event_type IN ('OptedOut', 'OptedIn')
    GROUP BY customer_key
) AS consent ON consent.customer_key = drop_offs.customer_key
WHERE desk.ball != 'ASSIGNED' AND NOT consent.opted_out
ORDER BY dropped_at DESC
COMMENT 'Customers to write to again: dropped off now, not opted out, not with a human, newest first';
