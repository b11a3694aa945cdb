INSERT INTO events (event_id, event_type, event_time, recorded_at, customer_key, conversation_id, journey, session, seq, cause, actor, payload) VALUES
    ('e1', 'MessageReceived', now64(3), now64(3), 'c_1', 'conv_1', 1, 'default', 1, 'm', 'customer', '{"message_id":"m1","chat_id":"PHONE@c.us","kind":"TEXT","text":"saya, wa PHONE","phone":"PHONE","name":"NAME","contacts":["NOTE:[keluarga] PHONE"],"late":false}'),
    ('e2', 'PhaseChanged', now64(3), now64(3), 'c_1', 'conv_1', 1, 'default', 2, 'm', 'bot', '{"to":"LEADS","trigger":"first_contact"}'),
    ('e3', 'HandoverRequested', now64(3), now64(3), 'c_1', 'conv_1', 1, 'default', 3, 'm', 'bot', '{"reason":"PAYMENT_INTENT","priority":"HIGH","notes":"call PHONE"}'),
    ('e4', 'HandoverAssigned', now64(3), now64(3), 'c_1', 'conv_1', 1, 'default', 4, 'm', 'user:siti', '{"assignee":"siti"}'),
    ('e5', 'LeadCreated', now64(3), now64(3), 'c_1', 'conv_1', 1, 'default', 5, 'm', 'bot', '{"lead_id":"lead_1-1","phone":"PHONE","name":"NAME","summary":"wants PHONE","source":"chat"}');
INSERT INTO messages (customer_key, conversation_id, journey, chat_id, direction, author, message_id, kind, text, sent_at, received_at, event_id, seq) VALUES
    ('c_1', 'conv_1', 1, 'PHONE@c.us', 'in', 'customer', 'm1', 'text', 'mau UMR_MAR_2027_HEMAT, wa 0812-3456-7890 atau PHONE', now64(3), now64(3), 'e1', 1);
INSERT INTO journeys (customer_key, conversation_id, journey, opened_at, cohort_day, source, first_campaign, first_touch_at, first_touch_day, language, phase, step, version) VALUES
    ('c_1', 'conv_1', 1, now64(3), today(), 'code', 'UMR_MAR_2027_HEMAT', now64(3), today(), 'ID', 'LEADS', 'LEADS', 1),
    ('c_1', 'conv_1', 1, now64(3), today(), 'code', 'UMR_MAR_2027_HEMAT', now64(3), today(), 'ID', 'BOOKING', 'BOOKING', 2);
INSERT INTO drop_offs (customer_key, conversation_id, journey, phase, silent_since, dropped_at, last_topic, last_confidence, version) VALUES
    ('c_1', 'conv_1', 1, 'BOOKING', now64(3), now64(3), 'price', 0.8, 1);
INSERT INTO campaigns (campaign, package_code, name, source, ad_ids, active, updated_at, version) VALUES
    ('UMR_MAR_2027_HEMAT', 'UMR_MAR_2027_HEMAT', 'March', 'meta', ['ad1'], 1, now64(3), 1);
INSERT INTO ad_insights (account_id, ad_id, day, spend, currency, link_clicks, impressions, imported_at, version) VALUES
    ('act', 'ad1', today(), 1000, 'IDR', 10, 100, now64(3), 1), ('act', 'ad2', today(), 1000, 'IDR', 10, 100, now64(3), 1);
INSERT INTO clicks (activity_id, campaign, clicked_at, day, bot, version) VALUES ('a1', 'UMR_MAR_2027_HEMAT', now64(3), today(), 0, 1);
INSERT INTO ai_answers (customer_key, journey, thought_id, answered_at, response_ms, latency_ms, confidence, version) VALUES ('c_1', 1, 't1', now64(3), 2000, 900, 0.9, 1);
INSERT INTO episodes (customer_key, conversation_id, first_seq, journey, started_at, last_message_at, escalations, successful, version) VALUES ('c_1', 'conv_1', 1, 1, now64(3), now64(3), ['ANGER'], 0, 1);
INSERT INTO question_clusters (cluster_id, label, examples, first_at, updated_at, version) VALUES ('q1', 'harga berapa', ['harga, wa PHONE'], now64(3), now64(3), 1);
INSERT INTO question_members (question_id, customer_key, conversation_id, journey, cluster_id, text, asked_at, language, topic, answered, version) VALUES
    ('m1', 'c_1', 'conv_1', 1, 'q1', 'harga? wa PHONE', now64(3), 'ID', 'price', 1, 1)
