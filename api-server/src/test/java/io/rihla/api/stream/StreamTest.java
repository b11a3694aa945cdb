package io.rihla.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.EventStream;
import io.rihla.api.testing.Happenings;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.topics.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {
  private static final String ADMIN = TestApi.token("system_admin");

  private static Happenings happenings;
  private static TestApi api;

  @BeforeAll
  static void start() {
    happenings = new Happenings(Broker.shared());
    api = TestApi.withKafka(Broker.shared());
    await().atMost(Duration.ofSeconds(20)).until(StreamTest::opens);
  }

  @AfterAll
  static void stop() {
    api.close();
    happenings.close();
  }

  @Test
  void whatHappensIsToldAsItHappens() {
    CustomerKey customer = Happenings.somebody();
    try (EventStream stream = open(ADMIN)) {
      happenings.write(customer, Happenings.message("DP berapa?"));
      happenings.write(
          customer, new PhaseChanged(Phase.LEADS, Phase.BOOKING, "payment_intent", "m", 0.9, "p1"));
      happenings.write(customer, Happenings.handover());
      happenings.write(customer, new HandoverAssigned("siti", null, null));
      await()
          .untilAsserted(
              () ->
                  assertThat(stream.of(customer.conversationId()))
                      .extracting(EventStream.Event::kind)
                      .containsExactly("new_message", "phase_change", "handover", "assigned"));
      EventStream.Event message = stream.of(customer.conversationId()).getFirst();
      assertThat(message.text("text")).isEqualTo("DP berapa?");
      assertThat(message.text("phone")).isEqualTo("6281234567890");
      assertThat(message.text("direction")).isEqualTo("in");
    }
  }

  @Test
  void whoComesBackGoesOnWhereHeWasWithoutGapOrDouble() {
    CustomerKey customer = Happenings.somebody();
    EventStream first = open(ADMIN);
    write(customer, 0, 10);
    await().until(() -> first.of(customer.conversationId()).size() == 10);
    String seventh = first.of(customer.conversationId()).get(6).id();
    first.close();
    write(customer, 10, 200);
    Thread writer = Thread.ofVirtual().start(() -> write(customer, 200, 400));
    try (EventStream again = open(ADMIN, Map.of("Last-Event-ID", seventh))) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> again.of(customer.conversationId()).size() >= 393);
      assertThat(again.of(customer.conversationId()))
          .extracting(event -> event.text("text"))
          .containsExactlyElementsOf(IntStream.range(7, 400).mapToObj(i -> "m" + i).toList());
    }
    assertThat(writer.isAlive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "1.2.3", "otherlog.0-0-0-0-0-0-0-0", "x"})
  void whoNamesNoPlaceOfThisLogIsToldToLookAnew(String id) {
    CustomerKey customer = Happenings.somebody();
    try (EventStream stream = open(ADMIN, Map.of("Last-Event-ID", id))) {
      await().until(() -> stream.ofKind("reset").size() == 1);
      happenings.write(customer, Happenings.message("hello"));
      await().until(() -> stream.of(customer.conversationId()).size() == 1);
    }
  }

  @Test
  void aPlaceThatTheLogDoesNotKeepAnyMoreIsToldByAReset() throws Exception {
    String now;
    CustomerKey customer = Happenings.somebody();
    try (EventStream stream = open(ADMIN)) {
      happenings.write(customer, Happenings.message("old"));
      await().until(() -> stream.of(customer.conversationId()).size() == 1);
      now = stream.of(customer.conversationId()).getFirst().id();
    }
    write(customer, 0, 5);
    Place place = Place.parse(now).orElseThrow();
    int partition = partitionOf(customer);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.shared().address()))) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(Topics.CONVERSATION_EVENTS.name(), partition),
                  RecordsToDelete.beforeOffset(place.offsets().get(partition) + 3)))
          .all()
          .get();
    }
    try (EventStream stream = open(ADMIN, Map.of("Last-Event-ID", now))) {
      await().until(() -> stream.ofKind("reset").size() == 1);
      assertThat(stream.ofKind("reset").getFirst().text("reason")).contains("older than");
    }
  }

  @Test
  void everyRoleSeesWhatIsItsOwn() {
    CustomerKey customer = Happenings.somebody();
    try (EventStream sales = open(TestApi.token("sales_admin"));
        EventStream marketing = open(TestApi.token("marketing_admin"));
        EventStream analyst = open(TestApi.token("analyst"))) {
      happenings.write(customer, Happenings.message("rahasia saya"));
      happenings.write(customer, Happenings.handover());
      happenings.write(customer, Happenings.escalation());
      happenings.write(customer, new HandoverAssigned("siti", null, null));
      String id = customer.conversationId();
      await().until(() -> analyst.of(id).size() == 4 && marketing.of(id).size() == 4);
      await().until(() -> sales.of(id).stream().anyMatch(e -> e.kind().equals("assigned")));
      assertThat(sales.of(id))
          .extracting(EventStream.Event::kind)
          .containsExactly("new_message", "handover", "assigned");
      assertThat(analyst.of(id).toString())
          .doesNotContain("rahasia")
          .doesNotContain("6281234567890")
          .doesNotContain("mau bayar")
          .doesNotContain("Siti");
      assertThat(analyst.of(id).getFirst().text("phone")).isEqualTo("62812*****890");
    }
  }

  @Test
  void aTicketOpensTheStreamByAddressOrCookieAndNothingElse() {
    HttpResponse<String> answer =
        api.send(
            "POST",
            "/api/stream/ticket",
            new byte[0],
            Map.of("Authorization", "Bearer " + TestApi.token("analyst")));
    assertThat(answer.statusCode()).isEqualTo(200);
    Contract.holds(Method.POST, answer);
    String ticket = TestApi.json(answer).at("/ticket").asText();
    String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie)
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/api/stream");
    try (EventStream byAddress =
            new EventStream(api.uri("/api/stream?ticket=" + ticket), Map.of());
        EventStream byCookie =
            new EventStream(
                api.uri("/api/stream"),
                Map.of("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        EventStream forged =
            new EventStream(api.uri("/api/stream?ticket=" + ticket + "x"), Map.of())) {
      assertThat(byAddress.status()).isEqualTo(200);
      assertThat(byCookie.status()).isEqualTo(200);
      assertThat(forged.status()).isEqualTo(401);
    }
    assertThat(api.get("/api/packages", ticket).statusCode()).isEqualTo(401);
    assertThat(api.send("GET", "/api/packages?ticket=" + ticket, null, Map.of()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void whoDoesNotReadIsCutOffAndTheOthersDoNotWaitForHim() throws Exception {
    CustomerKey customer = Happenings.somebody();
    try (Socket slow = new Socket();
        EventStream quick = open(ADMIN)) {
      slow.setReceiveBufferSize(4_096);
      slow.connect(new InetSocketAddress("127.0.0.1", api.uri("/").getPort()));
      slow.getOutputStream()
          .write(
              ("GET /api/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ADMIN + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(slow.getInputStream().read()).isPositive();
      String large = "x".repeat(16_000);
      for (int i = 0; i < 2_500; i++) {
        happenings.write(customer, Happenings.message(large));
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> quick.of(customer.conversationId()).size() == 2_500);
      assertThat(drained(slow)).isTrue();
    }
  }

  /** Reads what is left until the server's end, which only comes when it has hung up. */
  private static boolean drained(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    byte[] buffer = new byte[1 << 16];
    try {
      while (socket.getInputStream().read(buffer) >= 0) {
        // what the line still held
      }
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static int partitionOf(CustomerKey customer) {
    return org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
        customer.value().getBytes(StandardCharsets.UTF_8), 8);
  }

  private static void write(CustomerKey customer, int from, int to) {
    for (int i = from; i < to; i++) {
      happenings.write(customer, Happenings.message("m" + i));
    }
  }

  private static boolean opens() {
    try (EventStream stream = open(ADMIN)) {
      return stream.status() == 200;
    }
  }

  private static EventStream open(String token) {
    return open(token, Map.of());
  }

  private static EventStream open(String token, Map<String, String> more) {
    Map<String, String> headers = new java.util.HashMap<>(more);
    headers.put("Authorization", "Bearer " + token);
    return new EventStream(api.uri("/api/stream"), headers);
  }
}
