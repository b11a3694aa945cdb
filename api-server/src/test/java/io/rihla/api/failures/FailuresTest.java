package io.rihla.api.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.AnswerRejected;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.MessageKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers that led nowhere, out of events in a real ClickHouse. */
class FailuresTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static final long HOUR = 3_600_000;
  private static final long NOW = System.currentTimeMillis();

  private static RealClickHouse clickHouse;
  private static TestApi api;

  /** One customer's events, numbered as they are told. */
  private static final class Customer {
    private final String hex;
    private long seq;
    private int thoughts;

    Customer(int number) {
      this.hex = "%024x".formatted(number);
    }

    Customer asks(long at, String text) {
      return tell(
          at,
          "m" + seq,
          new MessageReceived(
              "m" + seq,
              "c@c.us",
              MessageKind.TEXT,
              text,
              null,
              null,
              List.of(),
              null,
              null,
              Channel.WHATSAPP,
              false,
              at,
              null,
              null));
    }

    Customer reaches(long at, Phase phase) {
      return tell(at, "m", new PhaseChanged(null, phase, "test", "m", null, null));
    }

    Customer isAnswered(long at, String text) {
      thoughts++;
      tell(
          at,
          thought(),
          new AiAnswered(
              thought(),
              0.8,
              "offline",
              "prompts-1",
              null,
              1,
              0,
              0,
              Intent.DETAILS,
              TopicOfQuestion.HOTEL,
              Language.ID,
              List.of()));
      return tell(
          at,
          thought(),
          new ReplyPlanned(
              "r" + seq, thought(), "c@c.us", Author.BOT, List.of(), text, "Lagi?", List.of()));
    }

    Customer isEscalated(long at) {
      return tell(
          at,
          thought(),
          new Escalated(
              HandoverReason.LOW_CONFIDENCE,
              Role.MARKETING_ADMIN,
              Priority.NORMAL,
              "UMR_MAR_2027_HEMAT",
              null));
    }

    Customer isRefused(long at, String why) {
      return tell(at, "next", new AnswerRejected("next", why, 1));
    }

    private String thought() {
      return "t" + hex + thoughts;
    }

    private Customer tell(long at, String cause, EventPayload payload) {
      seq++;
      clickHouse.insert(
          new ConversationEvent(
              "evt_" + hex + "_" + seq,
              at,
              at,
              "c_" + hex,
              "conv_" + hex.substring(8),
              1,
              "default",
              seq,
              cause,
              "bot",
              payload));
      return this;
    }
  }

  @BeforeAll
  static void start() {
    clickHouse = new RealClickHouse();
    long then = NOW - 72 * HOUR;
    new Customer(1)
        .asks(then, "hotelnya?")
        .reaches(then, Phase.INTEREST)
        .isAnswered(then + 1_000, "Anjum.")
        .asks(then + HOUR, "ada lift?")
        .isAnswered(then + HOUR + 1_000, "Kami teruskan.")
        .isEscalated(then + HOUR + 1_000);
    new Customer(2)
        .asks(then, "diskon?")
        .isRefused(then + 900, "promises a discount")
        .isAnswered(then + 1_000, "Admin kami akan membantu.")
        .asks(then + HOUR, "oke");
    new Customer(3)
        .asks(then, "halo")
        .reaches(then, Phase.LEADS)
        .isAnswered(then + 1_000, "Rencana bulan apa?");
    // answers the next day but one: it was silent; the last answer is too young to be
    new Customer(4)
        .asks(then, "halo")
        .reaches(then, Phase.LEADS)
        .isAnswered(then + 1_000, "Rencana bulan apa?")
        .asks(then + 50 * HOUR, "maaf baru balas")
        .reaches(then + 50 * HOUR, Phase.INTEREST)
        .isAnswered(NOW - HOUR, "Tidak apa-apa.");
    // long ago
    new Customer(6)
        .asks(NOW - 60 * 24 * HOUR, "masih ada seat?")
        .reaches(NOW - 60 * 24 * HOUR, Phase.INTEREST)
        .isAnswered(NOW - 60 * 24 * HOUR + 1, "Kami teruskan.")
        .isEscalated(NOW - 60 * 24 * HOUR + 1);
    // talks on
    new Customer(5)
        .asks(NOW - 3 * HOUR, "halo")
        .reaches(NOW - 3 * HOUR, Phase.LEADS)
        .isAnswered(NOW - 3 * HOUR + 1, "Rencana bulan apa?");
    api = TestApi.start(Map.of("CLICKHOUSE_URL", clickHouse.url()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api.get("/api/ai/failed-conversations", ADMIN).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    if (api != null) {
      api.close();
    }
    clickHouse.close();
  }

  @Test
  void eachKindIsListedWithItsQuestionAndAnswerAndNothingElse() {
    HttpResponse<String> response = api.get("/api/ai/failed-conversations", ADMIN);
    Contract.holds(Method.GET, response);
    List<JsonNode> failures = failures("");
    assertThat(failures)
        .extracting(one -> one.get("conversation_id").asText().substring(20))
        .containsExactlyInAnyOrder("1", "2", "3", "4");
    JsonNode escalated = failures("?reason=escalation").getFirst();
    assertThat(escalated.get("question").asText()).isEqualTo("ada lift?");
    assertThat(escalated.get("answer").asText()).isEqualTo("Kami teruskan.");
    assertThat(escalated.get("detail").asText()).isEqualTo("LOW_CONFIDENCE");
    assertThat(escalated.get("prompt_version").asText()).isEqualTo("prompts-1");
    assertThat(escalated.get("topic").asText()).isEqualTo("HOTEL");
    assertThat(escalated.get("confidence").asDouble()).isEqualTo(0.8);
    JsonNode refused = failures("?reason=rejection").getFirst();
    assertThat(refused.get("question").asText()).isEqualTo("diskon?");
    assertThat(refused.get("detail").asText()).isEqualTo("promises a discount");
    assertThat(failures("?reason=silence"))
        .extracting(one -> one.get("question").asText())
        .containsExactly("halo", "halo");
  }

  @Test
  void withoutDaysTheLastThirtyAreMeant() {
    assertThat(failures("?reason=escalation"))
        .extracting(one -> one.get("question").asText())
        .containsExactly("ada lift?");
    String then = Instant.ofEpochMilli(NOW - 61 * 24 * HOUR).toString().substring(0, 10);
    assertThat(failures("?reason=escalation&from=" + then))
        .extracting(one -> one.get("question").asText())
        .containsExactly("ada lift?", "masih ada seat?");
    String afterwards = Instant.ofEpochMilli(NOW - 40 * 24 * HOUR).toString().substring(0, 10);
    assertThat(failures("?to=" + afterwards))
        .extracting(one -> one.get("question").asText())
        .containsExactly("masih ada seat?");
  }

  @Test
  void theListIsPagedFilteredByDayAndExported() {
    JsonNode first = TestApi.json(api.get("/api/ai/failed-conversations?limit=3", ADMIN));
    assertThat(first.get("failures")).hasSize(3);
    JsonNode second =
        TestApi.json(
            api.get(
                "/api/ai/failed-conversations?limit=3&cursor=" + first.get("next_cursor").asText(),
                ADMIN));
    assertThat(second.get("failures")).hasSize(1);
    assertThat(second.get("next_cursor").isNull()).isTrue();
    assertThat(failures("?from=2001-01-01&to=2001-12-31")).isEmpty();
    assertThat(failures("?prompt_version=prompts-2")).isEmpty();
    assertThat(api.get("/api/ai/failed-conversations?from=soon", ADMIN).body()).contains("from");
    HttpResponse<String> csv =
        api.send(
            "GET",
            "/api/ai/failed-conversations",
            null,
            Map.of("Authorization", "Bearer " + ADMIN, "Accept", "text/csv"));
    assertThat(csv.body()).startsWith("id,conversation_id,reason").contains("ada lift?");
  }

  private static List<JsonNode> failures(String query) {
    JsonNode answer = TestApi.json(api.get("/api/ai/failed-conversations" + query, ADMIN));
    List<JsonNode> failures = new java.util.ArrayList<>();
    answer.get("failures").forEach(failures::add);
    return failures;
  }
}
