package io.rihla.api.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeDesk;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.CustomerMerged;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.ExistingChatFound;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.identity.CustomerKey;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A conversation that became another one redirects, and its customer is listed once. */
class MergedCustomersTest {
  private static final CustomerKey LID = new CustomerKey("c_aaaaaaaaaaaaaaaaaaaaaaaa");
  private static final CustomerKey PHONE = new CustomerKey("c_bbbbbbbbbbbbbbbbbbbbbbbb");
  private static final CustomerKey OLD = new CustomerKey("c_cccccccccccccccccccccccc");
  private static final String ADMIN = TestApi.token("system_admin");

  private static RealClickHouse clickHouse;
  private static FakeDesk desk;
  private static TestApi api;

  @BeforeAll
  static void start() {
    Broker broker = Broker.shared();
    clickHouse = new RealClickHouse();
    booked(LID, 1);
    insert(LID, 4, 1, new CustomerForwarded(PHONE.value(), PHONE.conversationId()));
    insert(PHONE, 1, 0, new CustomerMerged(LID.value(), LID.conversationId()));
    booked(PHONE, 2);
    insert(OLD, 1, 0, new ExistingChatFound(null));
    desk = new FakeDesk(broker);
    api =
        TestApi.start(
            Map.of(
                "CLICKHOUSE_URL", clickHouse.url(),
                "KAFKA_BOOTSTRAP_SERVERS", broker.address()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api.get("/api/conversations", ADMIN).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    api.close();
    desk.close();
    clickHouse.close();
  }

  /** The same lead under either key. */
  private static void booked(CustomerKey customer, long seq) {
    insert(
        customer, seq, 1, new JourneyOpened("6281100000088", null, "Siti", "x@c.us", "code", null));
    insert(customer, seq + 1, 1, new PhaseChanged(null, Phase.BOOKING, "merged", null, null, null));
    insert(
        customer,
        seq + 2,
        1,
        new LeadCreated(
            "lead_merged-1", Phase.BOOKING, null, "conversation", "Siti", null, null, null));
  }

  private static void insert(CustomerKey customer, long seq, int journey, EventPayload payload) {
    clickHouse.insert(
        new ConversationEvent(
            "evt_" + customer.value() + "_" + seq,
            System.currentTimeMillis(),
            System.currentTimeMillis(),
            customer.value(),
            customer.conversationId(),
            journey,
            "default",
            seq,
            "test",
            "system",
            payload));
  }

  @Test
  void theOldAddressRedirectsToTheConversationThatLivesOn() {
    HttpResponse<String> response = api.get("/api/conversations/" + LID.conversationId(), ADMIN);
    assertThat(response.statusCode()).isEqualTo(308);
    Contract.holds(Method.GET, response);
    String location = response.headers().firstValue("location").orElseThrow();
    assertThat(location).isEqualTo("/api/conversations/" + PHONE.conversationId());
    HttpResponse<String> thread = api.get(location, ADMIN);
    assertThat(thread.statusCode()).as(thread.body()).isEqualTo(200);
  }

  @Test
  void theCustomerAndTheLeadAreListedOnceAndAnOldChatNotAtAll() {
    JsonNode conversations = TestApi.json(api.get("/api/conversations", ADMIN));
    assertThat(conversations.get("conversations").findValuesAsText("id"))
        .contains(PHONE.conversationId())
        .doesNotContain(LID.conversationId(), OLD.conversationId());
    JsonNode leads = TestApi.json(api.get("/api/marketing/leads", ADMIN));
    assertThat(leads.toString()).containsOnlyOnce("lead_merged-1");
    assertThat(leads.toString()).contains(PHONE.conversationId());
  }

  @Test
  void commandsToTheOldAddressReachTheConversationThatLivesOn() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                api.send(
                            "DELETE",
                            "/api/conversations/" + LID.conversationId(),
                            new byte[0],
                            Map.of("Authorization", "Bearer " + ADMIN))
                        .statusCode()
                    == 204);
    assertThat(desk.commands().getLast().customerKey()).isEqualTo(PHONE.value());
  }
}
