package io.rihla.api.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeDesk;
import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ConversationOrder;
import io.rihla.schemas.commands.ProcessMessage;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.commands.RecordPayment;
import io.rihla.schemas.commands.Reply;
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
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.identity.CustomerKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands on conversations and leads, over a real Kafka and a real ClickHouse. */
class CommandsTest {
  private static final String SALES = TestApi.token("sales_admin");
  private static final CustomerKey PAID = new CustomerKey("c_0000000000000000000000a1");
  private static final CustomerKey LOST = new CustomerKey("c_1000000000000000000000a1");

  private static RealClickHouse clickHouse;
  private static FakeDesk desk;
  private static TestApi api;
  private static int seq;

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

  private static String lead(CustomerKey customer) {
    return "lead_" + customer.conversationId().substring(5) + "-1";
  }

  private static void lead(CustomerKey customer, String phone, String name) {
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

  private static void tell(CustomerKey customer, EventPayload payload) {
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

  @Test
  void aConversationIsClaimedOnceAndTheOtherIsToldByWhom() {
    String form = "{\"conversation_id\":\"%s\",\"assigned_to\":\"%s\",\"handover_notes\":\"VIP\"}";
    HttpResponse<String> claimed =
        post("/api/conversations/handover", form.formatted(PAID.conversationId(), "siti"));
    assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(200);
    Contract.holds(Method.POST, claimed);
    assertThat(TestApi.json(claimed).get("assignee").asText()).isEqualTo("siti");
    ConversationCommand command = last(Assign.class);
    assertThat(command.customerKey()).isEqualTo(PAID.value());
    assertThat(command.actor()).isEqualTo("siti");
    assertThat(command.role()).isEqualTo(Role.SALES_ADMIN);

    HttpResponse<String> late =
        post("/api/conversations/handover", form.formatted(PAID.conversationId(), "budi"));
    assertThat(late.statusCode()).isEqualTo(409);
    Contract.holds(Method.POST, late);
    assertThat(TestApi.json(late).get("detail").asText()).contains("siti");

    HttpResponse<String> released =
        api.send(
            "POST",
            "/api/conversations/" + PAID.conversationId() + "/release",
            null,
            Map.of("Authorization", "Bearer " + SALES));
    assertThat(released.statusCode()).as(released.body()).isEqualTo(200);
    Contract.holds(Method.POST, released);
    assertThat(TestApi.json(released).get("ball").asText()).isEqualTo("WAITING");
  }

  @Test
  void aConversationNobodyKnowsIsNotFound() {
    HttpResponse<String> response =
        post(
            "/api/conversations/handover",
            "{\"conversation_id\":\"conv_ffffffffffffffff\",\"assigned_to\":\"siti\"}");
    assertThat(response.statusCode()).isEqualTo(404);
    Contract.holds(Method.POST, response);
    assertThat(post("/api/conversations/x/resolve", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aReplyTravelsAsAnOrderUnderItsId() {
    HttpResponse<String> response =
        post(
            "/api/conversations/" + PAID.conversationId() + "/reply",
            "{\"text\":\"ini kak\",\"media\":{\"url\":\"/media/a.pdf\"}}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Contract.holds(Method.POST, response);
    ConversationCommand command = last(Reply.class);
    assertThat(TestApi.json(response).get("reply_id").asText()).isEqualTo(command.commandId());
    assertThat(((Reply) command.order()).media().url()).isEqualTo("/media/a.pdf");
  }

  @Test
  void theBotOfOneChatIsSwitched() {
    HttpResponse<String> response =
        post("/api/conversations/" + PAID.conversationId() + "/bot", "{\"on\":false}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Contract.holds(Method.POST, response);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/conversations/handover|{\"assigned_to\":\"siti\"}|conversation_id",
        "/api/conversations/handover|{\"conversation_id\":\"c\",\"assigned_to\":7}|assigned_to",
        "/api/conversations/x/reply|{}|text",
        "/api/conversations/x/reply|{\"media\":{\"url\":\"javascript:x\"}}|media.url",
        "/api/conversations/x/bot|{\"on\":\"yes\"}|on",
        "/api/conversations/x/bot|{}|on",
        "/api/ai/process-message|{\"message\":\"x\"}|phone",
        "/api/ai/process-message|{\"phone\":\"saya\",\"message\":\"x\"}|phone",
        "/api/ai/process-message|{\"phone\":\"62811000001\",\"message\":\" \"}|message",
        "/api/ai/process-message|{\"phone\":\"62811000001\",\"message\":\"x\",\"current_phase\":\"X\"}|current_phase",
        "/api/ai/process-message|{\"phone\":\"62811000001\",\"message\":\"x\",\"conversation_id\":\"conv_0\"}|conversation_id",
        "/api/marketing/leads|{\"phone\":\"62811000001\",\"ai_confidence\":2}|ai_confidence",
        "/api/marketing/leads/lead_0000000000000000-1/payments|{\"reference\":\"T\",\"amount\":0,\"pax\":1}|amount",
        "/api/marketing/leads/lead_0000000000000000-1/payments|{\"amount\":5,\"pax\":1}|reference",
        "/api/marketing/leads/lead_0000000000000000-1/lost|{}|reason",
      })
  void aBadFieldIsNamed(String path, String body, String field) {
    HttpResponse<String> response = post(path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    Contract.holds(Method.POST, response);
    assertThat(TestApi.json(response).at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void aMessageThroughTheApiIsAnsweredToTheCaller() {
    HttpResponse<String> response =
        post(
            "/api/ai/process-message",
            "{\"phone\":\"0811-0000-07\",\"message\":\"cara bayar?\",\"current_phase\":\"INTEREST\"}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Contract.holds(Method.POST, response);
    JsonNode answer = TestApi.json(response);
    assertThat(answer.get("response_text").asText()).isEqualTo("Anda menulis: cara bayar?");
    assertThat(answer.at("/media_to_send/0/url").asText())
        .isEqualTo(api.uri("/media/a.jpg").toString());
    assertThat(answer.get("should_escalate").asBoolean()).isTrue();
    assertThat(answer.get("handover_reason").asText()).isEqualTo("PAYMENT_INTENT");
    assertThat(answer.get("language").asText()).isEqualTo("id");
    ConversationCommand command = last(ProcessMessage.class);
    assertThat(command.session()).isEqualTo("default");
    assertThat(((ProcessMessage) command.order()).phone()).isEqualTo("62811000007");
    assertThat(((ProcessMessage) command.order()).currentPhase()).isEqualTo(Phase.INTEREST);
    assertThat(answer.get("conversation_id").asText())
        .isEqualTo(new CustomerKey(command.customerKey()).conversationId());
  }

  @Test
  void aLeadIsPutAndPaidUnderItsId() {
    HttpResponse<String> put =
        post(
            "/api/marketing/leads",
            """
            {"phone":"+62 811 0000 05","name":"Siti","phase":"INTEREST","source":"pameran",
             "interested_package":"umr_mar_2027_hemat","conversation_summary":"dua orang",
             "ai_confidence":0.8}""");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    Contract.holds(Method.POST, put);
    PutLead order = (PutLead) last(PutLead.class).order();
    assertThat(order.packageCode()).isEqualTo("UMR_MAR_2027_HEMAT");
    assertThat(order.phone()).isEqualTo("62811000005");

    HttpResponse<String> paid =
        post(
            "/api/marketing/leads/" + lead(PAID) + "/payments",
            "{\"reference\":\"TRX-1\",\"amount\":5000000,\"pax\":2}");
    assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);
    Contract.holds(Method.POST, paid);
    assertThat(((RecordPayment) last(RecordPayment.class).order()).leadId()).isEqualTo(lead(PAID));
    assertThat(post("/api/marketing/leads/x/payments", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void leadsAreListedWithTheirMoneyPageByPage() {
    JsonNode paid = leads("?status=PAID");
    assertThat(paid.get("leads")).hasSize(1);
    JsonNode one = paid.at("/leads/0");
    assertThat(one.get("paid").asLong()).isEqualTo(25_000_000);
    assertThat(one.get("refunded").asLong()).isEqualTo(1_000_000);
    assertThat(one.get("pax").asInt()).isEqualTo(2);
    assertThat(one.get("phase").asText()).isEqualTo("BOOKING");
    assertThat(one.get("ai_confidence").asDouble()).isEqualTo(0.75);
    assertThat(leads("?status=lost").at("/leads/0/reason").asText()).isEqualTo("terlalu mahal");
    assertThat(leads("?phone=0811000002").get("leads")).hasSize(1);
    JsonNode first = leads("?limit=1");
    assertThat(first.get("leads")).hasSize(1);
    JsonNode second = leads("?limit=1&cursor=" + first.get("next_cursor").asText());
    assertThat(second.at("/leads/0/id").asText()).isNotEqualTo(first.at("/leads/0/id").asText());
    assertThat(second.get("next_cursor").isNull()).isTrue();
    assertThat(api.get("/api/marketing/leads?status=RICH", SALES).statusCode()).isEqualTo(400);
  }

  @Test
  void leadsCanBeTakenAwayAsASpreadsheetWithoutFormulas() {
    HttpResponse<String> csv =
        api.send(
            "GET",
            "/api/marketing/leads",
            null,
            Map.of("Authorization", "Bearer " + SALES, "Accept", "text/csv"));
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    List<String> lines = csv.body().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).startsWith("id,status,phone,name,");
    assertThat(csv.body()).contains(",'=cmd(),").contains(",\"Budi, SE\",");
  }

  private static JsonNode leads(String query) {
    HttpResponse<String> response = api.get("/api/marketing/leads" + query, SALES);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Contract.holds(Method.GET, response);
    return TestApi.json(response);
  }

  private static ConversationCommand last(Class<? extends ConversationOrder> kind) {
    return desk.commands().reversed().stream()
        .filter(command -> kind.isInstance(command.order()))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> post(String path, String body) {
    return api.send(
        "POST",
        path,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + SALES, "Content-Type", "application/json"));
  }
}
