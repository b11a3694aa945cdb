package io.rihla.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.api.testing.RealClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views on questions, in a real ClickHouse. */
class QuestionViewsTest {
  private static final long NOW = System.currentTimeMillis();
  private static final long DAY = 86_400_000L;

  private static RealClickHouse clickHouse;
  private static int questions;

  @BeforeAll
  static void start() throws IOException {
    clickHouse = new RealClickHouse();
    try (InputStream in =
        RealClickHouse.class.getResourceAsStream("/clickhouse/V6__questions.sql")) {
      for (String statement :
          new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n")) {
        if (!statement.isBlank()) {
          clickHouse.run("rihla", statement);
        }
      }
    }
    cluster("q_a", "harga lama", 1);
    cluster("q_a", "berapa harganya", 2);
    cluster("q_b", "hotelnya dekat?", 1);
    merge("q_old", "q_x", 3);
    merge("q_old", "q_a", 9);
    member("q_a", 1, NOW - DAY);
    member("q_a", 1, NOW - 2 * DAY);
    member("q_old", 1, NOW - 9 * DAY);
    member("q_b", 0, NOW - DAY);
    member("q_b", 0, NOW - DAY);
    member("q_b", 1, NOW - 20 * DAY);
  }

  @AfterAll
  static void stop() {
    if (clickHouse != null) {
      clickHouse.close();
    }
  }

  @Test
  void aClusterCountsWhatMergedIntoItAndIsCalledByItsLatestLabel() {
    assertThat(
            select(
                """
                SELECT label, frequency, last_7_days, previous_7_days, trend, ai_success_rate,
                       languages, topic
                FROM questions WHERE cluster_id = 'q_a'"""))
        .isEqualTo("berapa harganya\t3\t2\t1\t1\t1\t['ID']\tPRICE\n");
  }

  @Test
  void whatTheBotAnswersBadlyIsSuggestedForTheFaq() {
    assertThat(select("SELECT cluster_id, unanswered, trend FROM faq_suggestions"))
        .isEqualTo("q_b\t2\t\\N\n");
  }

  @Test
  void aCorrectionReplacesTheRow() {
    int before = questions;
    member("q_c", 1, NOW);
    questions = before;
    member("q_c", 0, NOW, 2);

    assertThat(select("SELECT count(), sum(success) FROM questions_asked WHERE cluster_id = 'q_c'"))
        .isEqualTo("1\t0\n");
  }

  private static void cluster(String id, String label, int version) {
    insert(
        "question_clusters",
        "{\"cluster_id\":\"%s\",\"label\":\"%s\",\"examples\":[\"%s\"],\"first_at\":%d,\"updated_at\":%d,\"version\":%d}"
            .formatted(id, label, label, NOW, NOW, version));
  }

  private static void merge(String from, String into, int version) {
    insert(
        "question_merges",
        "{\"from_id\":\"%s\",\"into_id\":\"%s\",\"merged_at\":%d,\"version\":%d}"
            .formatted(from, into, NOW, version));
  }

  private static void member(String cluster, int success, long askedAt) {
    member(cluster, success, askedAt, 1);
  }

  private static void member(String cluster, int success, long askedAt, int version) {
    insert(
        "question_members",
        """
        {"question_id":"m%d","customer_key":"c_1","cluster_id":"%s","text":"?","asked_at":%d,\
        "language":"ID","topic":"PRICE","answered":1,"success":%d,"version":%d}"""
            .formatted(++questions, cluster, askedAt, success, version));
  }

  private static void insert(String table, String row) {
    clickHouse.run("rihla", "INSERT INTO %s FORMAT JSONEachRow %s".formatted(table, row));
  }

  private static String select(String sql) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(clickHouse.url() + "/?database=rihla"))
                  .POST(BodyPublishers.ofString(sql))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
