package io.rihla.api.handover;

import static org.awaitility.Awaitility.await;

import io.rihla.api.testing.Broker;
import io.rihla.api.testing.FakeDesk;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ConversationOrder;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.identity.CustomerKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two customers with leads in a real ClickHouse, and conversations played over a real Kafka. */
abstract class Leads {
  static final String SALES = TestApi.token("sales_admin");
  static final CustomerKey PAID = new CustomerKey("c_0000000000000000000000a1");
  static final CustomerKey LOST = new CustomerKey("c_1000000000000000000000a1");

  static RealClickHouse clickHouse;
  static FakeDesk desk;
  static TestApi api;
  static int seq;

  @BeforeAll
  static void start() {
    clickHouse = new RealClickHouse();
    Broker broker = Broker.shared();
    desk = new FakeDesk(broker);
    lead(PAID, "62811000001", "=cmd()");
    tell(PAID, new PaymentRecorded(lead(PAID), "TRX-1", 5_000_000, "IDR", 2));
    tell(PAID, new PaymentRecorded(lead(PAID), "TRX-2", 20_000_000, "IDR", 2));
    tell(PAID, new PaymentRefunded(lead(PAID), "REF-1", 1_000_000, "IDR"));
    tell(PAID, new JourneyClosed(Outcome.PAID, null));
    lead(LOST, "62811000002", "Budi, SE");
    tell(LOST, new JourneyClosed(Outcome.LOST, "terlalu mahal"));
    api =
        TestApi.start(
            Map.of(
                "CLICKHOUSE_URL", clickHouse.url(),
                "KAFKA_BOOTSTRAP_SERVERS", broker.address()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                post("/api/ai/process-message", "{\"phone\":\"62811000009\",\"message\":\"halo\"}")
                        .statusCode()
                    == 200);
  }

  @AfterAll
  static void stop() {
    api.close();
    desk.close();
    clickHouse.close();
  }

  static String lead(CustomerKey customer) {
    return "lead_" + customer.conversationId().substring(5) + "-1";
  }

  static void lead(CustomerKey customer, String phone, String name) {
    tell(customer, new JourneyOpened(phone, null, name, phone + "@c.us", "direct", null));
    tell(customer, new PhaseChanged(null, Phase.LEADS, "first_contact", null, null, null));
    tell(customer, new PhaseChanged(Phase.LEADS, Phase.BOOKING, "payment", null, null, null));
    tell(
        customer,
        new LeadCreated(
            lead(customer),
            Phase.BOOKING,
            "UMR_MAR_2027_HEMAT",
            "conversation",
            name,
            phone,
            "mau berangkat",
            0.75));
  }

  static void tell(CustomerKey customer, EventPayload payload) {
    long at = System.currentTimeMillis();
    clickHouse.insert(
        new ConversationEvent(
            "evt_" + ++seq,
            at,
            at,
            customer.value(),
            customer.conversationId(),
            1,
            "default",
            seq,
            "cause",
            "system",
            payload));
  }

  static ConversationCommand last(Class<? extends ConversationOrder> kind) {
    return desk.commands().reversed().stream()
        .filter(command -> kind.isInstance(command.order()))
        .findFirst()
        .orElseThrow();
  }

  static HttpResponse<String> post(String path, String body) {
    return api.send(
        "POST",
        path,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + SALES, "Content-Type", "application/json"));
  }
}
