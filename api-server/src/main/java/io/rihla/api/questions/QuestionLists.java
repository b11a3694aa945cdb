package io.rihla.api.questions;

import static io.rihla.api.listing.Column.number;
import static io.rihla.api.listing.Column.other;
import static io.rihla.api.listing.Column.text;
import static io.rihla.api.listing.Column.time;
import static io.rihla.api.listing.Column.words;

import io.rihla.api.listing.Listing;
import java.util.List;

/** Lists of questions. */
final class QuestionLists {
  /** The kinds of questions asked in some days; the trend is of now. */
  static final Listing CLUSTERS =
      new Listing(
          "questions",
          "-frequency",
          """
          SELECT
              asked.cluster_id AS cluster_id, clusters.label AS question_pattern,
              clusters.examples AS examples, asked.frequency AS frequency,
              asked.customers AS customers, asked.successes AS successes,
              asked.successes / asked.frequency AS ai_success_rate,
              asked.last_7_days AS last_7_days, asked.previous_7_days AS previous_7_days,
              (asked.last_7_days - asked.previous_7_days) / nullIf(asked.previous_7_days, 0) AS trend,
              asked.languages AS languages, asked.topic AS topic,
              asked.first_asked_at AS first_asked_at, asked.last_asked_at AS last_asked_at,
              asked.cluster_id AS row_key
          FROM
          (
              SELECT
                  cluster_id, count() AS frequency, uniqExact(customer_key) AS customers,
                  countIf(success = 1) AS successes,
                  toInt64(countIf(asked_at > now() - INTERVAL 7 DAY)) AS last_7_days,
                  toInt64(countIf(asked_at > now() - INTERVAL 14 DAY AND asked_at <= now() - INTERVAL 7 DAY)) AS previous_7_days,
                  arraySort(groupUniqArrayIf(toString(language), language != '')) AS languages,
                  topK(1)(toString(topic))[1] AS topic,
                  min(asked_at) AS first_asked_at, max(asked_at) AS last_asked_at
              FROM questions_asked
              WHERE {where}
              GROUP BY cluster_id
          ) AS asked
          LEFT ANY JOIN (SELECT cluster_id, label, examples FROM question_clusters FINAL) AS clusters
              ON clusters.cluster_id = asked.cluster_id
          """,
          List.of(
              text("cluster_id"),
              text("question_pattern"),
              number("frequency"),
              number("customers"),
              number("successes"),
              number("ai_success_rate"),
              number("last_7_days"),
              number("previous_7_days"),
              number("trend"),
              text("topic"),
              other("languages"),
              time("first_asked_at"),
              time("last_asked_at"),
              other("examples")));

  /** The questions of one kind. */
  static final Listing MEMBERS =
      new Listing(
          "members",
          "-asked_at",
          """
          SELECT
              question_id, customer_key, conversation_id, text, asked_at,
              toString(language) AS language, toString(intent) AS intent,
              toString(topic) AS topic, answered, escalated, asked_again, success,
              concat(customer_key, '/', question_id) AS row_key
          FROM questions_asked
          WHERE {where}
          """,
          List.of(
              text("question_id"),
              text("customer_key"),
              text("conversation_id"),
              words("text"),
              time("asked_at"),
              text("language"),
              text("intent"),
              text("topic"),
              number("answered"),
              number("escalated"),
              number("asked_again"),
              number("success")));

  /** What an FAQ entry would help most. */
  static final Listing SUGGESTIONS =
      new Listing(
          "suggestions",
          "-unanswered",
          """
          SELECT
              cluster_id, label AS question_pattern, examples, frequency, customers, unanswered,
              ai_success_rate, trend, languages, topic, last_asked_at, cluster_id AS row_key
          FROM faq_suggestions
          WHERE {where}
          """,
          List.of(
              text("cluster_id"),
              text("question_pattern"),
              number("frequency"),
              number("customers"),
              number("unanswered"),
              number("ai_success_rate"),
              number("trend"),
              text("topic"),
              other("languages"),
              time("last_asked_at"),
              other("examples")));

  private QuestionLists() {}
}
