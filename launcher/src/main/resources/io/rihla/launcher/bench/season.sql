INSERT INTO events (event_id, event_type, event_time, recorded_at, customer_key, conversation_id, journey, session, seq, cause, actor, payload, source_partition, source_offset)
SELECT concat('e', toString(n)), 
 ['JourneyOpened','MessageReceived','PhaseChanged','CampaignAttributed','LanguageDetected','ThoughtRequested','AiAnswered','ReplyPlanned','MessageSent','MessageReceived','PhaseChanged','AiAnswered','MessageSent','MessageReceived','PhaseChanged','HandoverRequested','HandoverAssigned','HandoverResolved','MessageSent','MessageStatus'][e+1] AS type,
 now64(3) - toIntervalSecond(cityHash64(c) % 31536000) + toIntervalSecond(e*60) AS at, at,
 concat('c_', lower(leftPad(hex(c), 24, '0'))), concat('conv_', lower(leftPad(hex(c), 16, '0'))), 1, 'default', e+1, '', 'bot',
 multiIf(type='MessageReceived', concat('{"phone":"62812', leftPad(toString(c),8,'0'), '","name":"Siti","text":"harga paket berapa kak","chat_id":"x@c.us"}'),
   e=2,'{"to":"LEADS"}', e=10, if(c%10<6,'{"to":"INTEREST"}','{"to":"LEADS"}'), e=14, if(c%100<15,'{"to":"BOOKING"}',if(c%10<6,'{"to":"INTEREST"}','{"to":"LEADS"}')),
   e=3, '{"campaign_code":"UMR_MAR_2027_HEMAT","touch":"FIRST"}', e=4,'{"language":"ID"}', e=15, '{"reason":"PAYMENT_INTENT","priority":"HIGH"}', e=6, '{"confidence":0.9,"model":"m"}', '{}'), e%8, n
FROM (SELECT number + {million} * 1000000 AS n, intDiv(n,20) AS c, n%20 AS e FROM numbers(1000000))
WHERE NOT (e IN (15) AND c%100>=15) AND NOT (e IN (16,17) AND (c%100>=15 OR c%1000=1))
SETTINGS max_insert_threads=1;

INSERT INTO journeys (customer_key, conversation_id, journey, opened_at, cohort_day, source, first_campaign, first_via, first_touch_at, first_touch_day, last_campaign, last_touch_at, last_touch_day, language, phase, step, interest_at, booking_at, paid_at, prompt_version, revenue, currency, version)
SELECT concat('c_', lower(leftPad(hex(c), 24, '0'))), concat('conv_', lower(leftPad(hex(c), 16, '0'))), 1, now64(3) - toIntervalSecond(cityHash64(c) % 31536000) AS o, toDate(o, 'Asia/Jakarta'), 'code', concat('UMR_', toString(c%40)) AS f, 'CODE', o, toDate(o,'Asia/Jakarta'), f, o, toDate(o,'Asia/Jakarta'), ['ID','EN','AR'][c%3+1], 'LEADS', 'LEADS', if(c%10<6, o + toIntervalSecond(c%90000), NULL), if(c%100<15, o+toIntervalSecond(c%190000), NULL), if(c%100<8, o+toIntervalSecond(c%290000), NULL), concat('p',toString(c%4)), if(c%100<8, 25000000, 0), if(c%100<8,'IDR',''), 1 FROM (SELECT number AS c FROM numbers(500000));

INSERT INTO ai_answers (customer_key, journey, thought_id, answered_at, response_ms, latency_ms, prompt_version, language, confidence, input_tokens, output_tokens, episode_seq, version)
SELECT concat('c_', lower(leftPad(hex(c), 24, '0'))), 1, concat('t',toString(n)), now64(3) - toIntervalSecond(cityHash64(c) % 31536000) + toIntervalSecond(n%7200), 500+cityHash64(n)%6000, 500, concat('p',toString(c%4)), ['ID','EN','AR'][c%3+1], (n%100)/100, 900, 100, 2, 1 FROM (SELECT number AS n, intDiv(number,2) AS c FROM numbers(1000000));

INSERT INTO episodes (customer_key, conversation_id, first_seq, journey, started_at, last_message_at, ai_answers, escalations, successful, rating, prompt_version, language, version)
SELECT concat('c_', lower(leftPad(hex(c), 24, '0'))), '', 2, 1, now64(3) - toIntervalSecond(cityHash64(c) % 31536000) AS o, o+3600, 2, if(c%20=0,['ANGER'],[]), c%20!=0, if(c%9=0, 4, NULL), concat('p',toString(c%4)), ['ID','EN','AR'][c%3+1], 1 FROM (SELECT number AS c FROM numbers(600000));

INSERT INTO question_clusters (cluster_id,label,examples,first_at,updated_at,version) SELECT concat('q',toString(number)), 'harga paket berapa', ['harga','brp'], now64(3), now64(3),1 FROM numbers(400);

INSERT INTO question_members (question_id, customer_key, conversation_id, journey, cluster_id, text, asked_at, language, topic, thought_id, answered, success, version)
SELECT concat('m',toString(c)), concat('c_', lower(leftPad(hex(c), 24, '0'))), '', 1, concat('q',toString(cityHash64(c)%400)), 'harga paket berapa kak', now64(3) - toIntervalSecond(cityHash64(c) % 31536000), 'ID','price', concat('t',toString(c*2)), 1, c%5!=0, 1 FROM (SELECT number AS c FROM numbers(500000)) SETTINGS max_partitions_per_insert_block=1000;

INSERT INTO clicks (activity_id, campaign, clicked_at, day, bot, version) SELECT concat('k',toString(number)), concat('UMR_',toString(20+number%20)), now64(3) - toIntervalSecond(cityHash64(number) % 31536000) AS o, toDate(o,'Asia/Jakarta'), number%30=0, 1 FROM numbers(1000000);

INSERT INTO campaigns (campaign, package_code, ad_ids, active, updated_at, version) SELECT concat('UMR_',toString(number)), '', if(number<20,[concat('ad',toString(number))],[]), 1, now64(3), 1 FROM numbers(40);

INSERT INTO ad_insights (account_id, ad_id, day, spend, currency, link_clicks, impressions, imported_at, version) SELECT 'act', concat('ad',toString(number%20)), today()-intDiv(number,20), 300000, 'IDR', 100, 9000, now64(3), 1 FROM numbers(7300);

INSERT INTO drop_offs (customer_key, conversation_id, journey, phase, silent_since, dropped_at, version) SELECT concat('c_', lower(leftPad(hex(number), 24, '0'))), '', 1, 'LEADS', now64(3) - toIntervalSecond(cityHash64(number) % 31536000) AS o, o+259200, 1 FROM numbers(200000)
