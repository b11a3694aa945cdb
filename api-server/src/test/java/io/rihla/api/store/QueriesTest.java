package io.rihla.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeWaha;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.conversation.AttributionSource;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageStatus;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.conversation.Touch;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.AckLevel;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The questions to a real ClickHouse, over HTTP, held against the published contract. */
class QueriesTest {
  private static final long NOW = System.currentTimeMillis();
  private static final String CODE = "UMR_MAR_2027_HEMAT";
  private static final String ADMIN = TestApi.token("marketing_admin");

  private static RealClickHouse clickHouse;
  private static FakeWaha waha;
  private static TestApi api;

  @BeforeAll
  static void start() {
    clickHouse = new RealClickHouse();
    waha = new FakeWaha();
    tell(1, NOW - 120_000, Phase.LEADS, null);
    tell(2, NOW - 60_000, Phase.BOOKING, handover());
    tell(3, NOW - 3 * 86_400_000L, Phase.INTEREST, escalation());
    waha.wrote("62811000001@c.us", "MISSED", NOW / 1000 - 30, false, "app");
    waha.wrote("62811000009@c.us", "FROM_A_STRANGER", NOW / 1000 - 20, false, "app");
    waha.wrote("62811000007@c.us", "BEFORE_OTHERS", NOW / 1000 - 90_000, false, "app");
    waha.wrote("62811000008@c.us", "LONG_AGO", NOW / 1000 - 4 * 86_400, false, "app");
    api =
        TestApi.start(
            Map.of(
                "CLICKHOUSE_URL", clickHouse.url(),
                "KAFKA_BOOTSTRAP_SERVERS", Broker.shared().address(),
                "WAHA_BASE_URL", waha.url()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api.get("/api/conversations", ADMIN).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    if (api != null) {
      api.close();
      waha.close();
      clickHouse.close();
    }
  }

  @Test
  void theDashboardCountsAndListsWhatTheEventsSay() {
    HttpResponse<String> response = api.get("/api/marketing/dashboard", ADMIN);
    Contract.holds(Method.GET, response);
    JsonNode dashboard = TestApi.json(response);
    assertThat(dashboard.get("active_conversations").asInt()).isEqualTo(2);
    assertThat(dashboard.get("phase_distribution"))
        .hasToString("{\"leads\":1,\"interest\":1,\"booking\":1}");
    assertThat(dashboard.get("escalated_conversations").asInt()).isEqualTo(1);
    assertThat(dashboard.get("pending_handover")).hasSize(2);
    assertThat(dashboard.get("pending_handover_total").asInt()).isEqualTo(2);
    assertThat(dashboard.at("/pending_handover/0/priority").asText()).isEqualTo("urgent");
    assertThat(dashboard.at("/pending_handover/1/reason").asText()).isEqualTo("PAYMENT_INTENT");
    assertThat(dashboard.at("/pending_handover/1/waiting_seconds").asLong()).isBetween(50L, 600L);
    assertThat(dashboard.at("/recent_leads/0/phone").asText()).isEqualTo("62811000002");
    assertThat(dashboard.at("/recent_leads/0/campaign_code").asText()).isEqualTo(CODE);
  }

  @Test
  void anAnalystSeesMaskedPhones() {
    String body = api.get("/api/marketing/dashboard", TestApi.token("analyst")).body();
    assertThat(body).contains("62811***002").doesNotContain("62811000002");
  }

  @Test
  void conversationsCanBeFilteredSearchedAndPaged() {
    assertThat(ids("/api/conversations")).containsExactly(id(2), id(1), id(3));
    assertThat(ids("/api/conversations?phase=booking")).containsExactly(id(2));
    assertThat(ids("/api/conversations?ball=WAITING")).containsExactly(id(2), id(3));
    assertThat(ids("/api/conversations?campaign=" + CODE)).hasSize(3);
    assertThat(ids("/api/conversations?phone=0811000003")).containsExactly(id(3));
    assertThat(ids("/api/conversations?phone=%27%20OR%201=1--999")).isEmpty();
    JsonNode first = page("/api/conversations?limit=2");
    JsonNode second =
        page("/api/conversations?limit=2&cursor=" + first.get("next_cursor").asText());
    assertThat(second.at("/conversations/0/id").asText()).isEqualTo(id(3));
    assertThat(second.get("next_cursor").isNull()).isTrue();
    assertThat(api.get("/api/conversations?cursor=nonsense", ADMIN).statusCode()).isEqualTo(400);
  }

  @Test
  void aThreadHasItsMessagesWithDeliveryStatusAndEveryEventInOrder() {
    HttpResponse<String> response = api.get("/api/conversations/" + id(1), ADMIN);
    Contract.holds(Method.GET, response);
    JsonNode thread = TestApi.json(response);
    assertThat(thread.get("events").findValuesAsText("type"))
        .containsExactly(
            "MessageReceived",
            "PhaseChanged",
            "CampaignAttributed",
            "MessageStatus",
            "MessageStatus");
    assertThat(thread.at("/events/0/payload/text").asText()).isEqualTo("Apa \"bisa\"? 😀 'ya'");
    assertThat(thread.at("/messages/0/direction").asText()).isEqualTo("in");
    assertThat(thread.at("/messages/1/delivery_status").asText())
        .as("a late lower level changes nothing")
        .isEqualTo("READ");
    assertThat(api.get("/api/conversations/conv_nobody", ADMIN).statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasMissedIsFedLateAndChatsFromBeforeUsAreLeftAlone() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> caughtUp().stream().anyMatch(e -> e.messageId().equals("FROM_A_STRANGER")));
    assertThat(caughtUp())
        .allSatisfy(event -> assertThat(event.late()).isTrue())
        .extracting(WhatsAppEvent::messageId)
        .contains("MISSED", "FROM_A_STRANGER", "BEFORE_OTHERS")
        .doesNotContain("LONG_AGO");
  }

  @Test
  void aSessionThatWorksAgainIsCaughtUpWith() {
    waha.wrote("62811000001@c.us", "WHILE_AWAY", NOW / 1000 - 10, false, "app");
    api.webhook(
        "{\"event\":\"session.status\",\"session\":\"default\",\"payload\":{\"status\":\"WORKING\"}}");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> caughtUp().stream().anyMatch(e -> e.messageId().equals("WHILE_AWAY")));
  }

  private static List<WhatsAppEvent> caughtUp() {
    return Broker.shared().read(Topics.WHATSAPP_INBOUND).stream()
        .map(Broker.Entry::value)
        .filter(event -> event.channel() == Channel.CATCH_UP)
        .toList();
  }

  private static List<String> ids(String path) {
    return page(path).get("conversations").findValuesAsText("id");
  }

  private static JsonNode page(String path) {
    HttpResponse<String> response = api.get(path, ADMIN);
    Contract.holds(Method.GET, response);
    return TestApi.json(response);
  }

  private static String id(int customer) {
    return "conv_%016x".formatted(customer);
  }

  private static void tell(int customer, long at, Phase phase, EventPayload need) {
    String phone = "6281100000" + customer;
    event(
        customer,
        1,
        at,
        new MessageReceived(
            "IN" + customer,
            phone + "@c.us",
            MessageKind.TEXT,
            "Apa \"bisa\"? 😀 'ya'",
            null,
            null,
            List.of(),
            null,
            null,
            Channel.WHATSAPP,
            false,
            at,
            phone,
            "Siti"));
    event(customer, 2, at, new PhaseChanged(null, phase, "first_contact", null, null, null));
    event(
        customer,
        3,
        at,
        new CampaignAttributed(
            CODE, CODE, Touch.FIRST, AttributionSource.CODE, null, null, "IN" + customer));
    event(customer, 4, at, new MessageStatus("OUT" + customer, AckLevel.READ, "r"));
    event(customer, 5, at, new MessageStatus("OUT" + customer, AckLevel.DEVICE, "r"));
    if (need != null) {
      event(customer, 6, at, need);
    }
    message(customer, 1, "in", "IN" + customer, phone, at);
    message(customer, 3, "out", "OUT" + customer, phone, at);
  }

  private static void event(int customer, long seq, long at, EventPayload payload) {
    clickHouse.insert(
        new ConversationEvent(
            "e%d_%d".formatted(customer, seq),
            at,
            at,
            "c_%024x".formatted(customer),
            id(customer),
            1,
            "default",
            seq,
            "cause",
            "customer",
            payload));
  }

  private static void message(
      int customer, int seq, String direction, String id, String phone, long at) {
    clickHouse.run(
        "rihla",
        """
        INSERT INTO messages FORMAT JSONEachRow
        {"customer_key":"c_%024x","conversation_id":"%s","journey":1,"session":"default",\
        "chat_id":"%s@c.us","direction":"%s","author":"%s","message_id":"%s","kind":"text",\
        "text":"x","sent_at":%d,"received_at":%d,"event_id":"e%d_%d","seq":%d}"""
            .formatted(
                customer,
                id(customer),
                phone,
                direction,
                direction.equals("in") ? "customer" : "bot",
                id,
                at,
                at,
                customer,
                seq,
                seq));
  }

  private static EventPayload handover() {
    return new HandoverRequested(
        HandoverReason.PAYMENT_INTENT, Role.SALES_ADMIN, Priority.HIGH, CODE, "wants to pay");
  }

  private static EventPayload escalation() {
    return new Escalated(HandoverReason.ANGER, Role.MARKETING_ADMIN, Priority.URGENT, null, null);
  }
}
