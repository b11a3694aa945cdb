package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** People take conversations over and give them back, over the running processes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandoverIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String CODE = "UMR_MAR_2027_HEMAT";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static RunningStack stack;
  private static String conversation;
  private static String holder;

  @BeforeAll
  static void up() throws Exception {
    stack =
        new RunningStack(
            folder.resolve("data"), Map.of("RIHLA_QUIET_WINDOW_MS", "200", "RIHLA_TYPING", "none"));
    stack.up();
    stack.write("siti", CODE);
    await().atMost(PATIENCE).until(() -> stack.answers("siti").size() == 2);
    await()
        .atMost(PATIENCE)
        .until(() -> !stack.api("/api/conversations").path("conversations").isEmpty());
    conversation =
        stack.api("/api/conversations").path("conversations").path(0).path("id").asText();
  }

  @AfterAll
  static void down() throws Exception {
    stack.down();
  }

  private static HttpResponse<String> act(String who, String action, Map<String, ?> body)
      throws Exception {
    return stack.post(
        who, "sales_admin", "/api/conversations/" + conversation + "/" + action, body);
  }

  private static HttpResponse<String> claim(String who) throws Exception {
    return stack.post(
        who,
        "sales_admin",
        "/api/conversations/handover",
        Map.of("conversation_id", conversation, "assigned_to", who));
  }

  private static HttpResponse<String> turn(String phone, String message) throws Exception {
    return stack.post(
        "toko",
        "sales_admin",
        "/api/ai/process-message",
        Map.of("phone", phone, "message", message));
  }

  private static long events(String type) {
    return stack.count(
        "SELECT count() FROM events FINAL WHERE conversation_id = '%s' AND event_type = '%s'"
            .formatted(conversation, type));
  }

  @Test
  @Order(1)
  void ofTwoAdminsWhoClaimAtOnceOneHoldsAndTheOtherIsToldWho() throws Exception {
    List<Callable<HttpResponse<String>>> claims = List.of(() -> claim("ani"), () -> claim("budi"));
    List<Future<HttpResponse<String>>> answers;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      answers = threads.invokeAll(claims);
    }
    List<Integer> codes =
        List.of(answers.get(0).get().statusCode(), answers.get(1).get().statusCode());
    assertThat(codes).containsExactlyInAnyOrder(200, 409);
    holder = codes.getFirst() == 200 ? "ani" : "budi";
    String refusal = answers.get(codes.indexOf(409)).get().body();
    assertThat(refusal).contains(holder + " holds this conversation");
    assertThat(claim(holder).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void whileAHumanHoldsItTheBotIsSilentAlsoThroughTheApi() throws Exception {
    String message = stack.write("siti", "hotelnya dimana kak");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM events WHERE event_type = 'MessageIgnored' AND"
                            + " payload.message_id = '"
                            + message
                            + "'")
                    == 1);
    assertThat(stack.answers("siti")).hasSize(2);
    String phone =
        stack.api("/api/conversations/" + conversation).at("/conversation/phone").asText();
    HttpResponse<String> turn = turn(phone, "halo");
    assertThat(turn.statusCode()).as(turn.body()).isEqualTo(409);
    assertThat(turn.body()).contains(holder);
  }

  @Test
  @Order(3)
  void theHoldersReplyReachesTheChatAndIsNoTakeover() throws Exception {
    HttpResponse<String> refused = act("rina", "reply", Map.of("text", "bukan saya"));
    assertThat(refused.statusCode()).isEqualTo(409);
    HttpResponse<String> reply = act(holder, "reply", Map.of("text", "Saya bantu ya kak"));
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> stack.answers("siti").size() == 3);
    assertThat(stack.answers("siti").getLast().path("text").asText())
        .isEqualTo("Saya bantu ya kak");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM messages FINAL WHERE author = 'admin' AND text ="
                            + " 'Saya bantu ya kak' AND reply_id = '"
                            + JSON.readTree(reply.body()).path("reply_id").asText()
                            + "'")
                    == 1);
    // the echo comes back through the webhook and says nothing new
    String later = stack.write("budi", "halo");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count("SELECT count() FROM messages WHERE message_id = '" + later + "'")
                    == 1);
    assertThat(events("TakenOverFromPhone")).isZero();
    assertThat(events("AdminReplied")).isEqualTo(1);
  }

  @Test
  @Order(4)
  void releasedItWaitsForTheNextAndReturnedTheBotAnswersAgain() throws Exception {
    assertThat(act("rina", "release", Map.of()).statusCode()).isEqualTo(409);
    assertThat(act(holder, "release", Map.of("notes", "istirahat")).statusCode()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack
                    .api("/api/conversations/" + conversation)
                    .at("/conversation/ball")
                    .asText()
                    .equals("WAITING"));
    assertThat(claim("rina").statusCode()).isEqualTo(200);
    assertThat(act("rina", "return-to-bot", Map.of()).statusCode()).isEqualTo(200);
    stack.write("siti", "berangkatnya tanggal berapa kak");
    await().atMost(PATIENCE).until(() -> stack.answers("siti").size() == 4);
    assertThat(stack.answers("siti").getLast().path("text").asText()).contains("15 Maret 2027");
  }

  @Test
  @Order(5)
  void aTurnThroughTheApiIsAnsweredThereAndSendsNothingToWhatsApp() throws Exception {
    long sends = sends();
    HttpResponse<String> response = turn("6281277700001", CODE);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.path("response_text").asText()).contains("Rp 25.000.000");
    assertThat(answer.path("interested_package").asText()).isEqualTo(CODE);
    assertThat(answer.path("new_phase").asText()).isEqualTo("LEADS");
    assertThat(answer.at("/media_to_send/0/type").asText()).isEqualTo("image");
    assertThat(answer.at("/media_to_send/0/url").asText()).startsWith("http://");
    String id = answer.path("conversation_id").asText();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM events FINAL WHERE event_type = 'TurnAnswered' AND"
                            + " conversation_id = '"
                            + id
                            + "'")
                    == 1);
    assertThat(
            stack.count(
                "SELECT count() FROM events FINAL WHERE conversation_id = '%s' AND event_type IN"
                        .formatted(id)
                    + " ('MessageSent', 'MediaSent', 'DeliveryFailed')"))
        .isZero();
    assertThat(sends()).isEqualTo(sends);
  }

  @Test
  @Order(6)
  void aLeadFromOutsideIsPaidOncePerReferenceAndListed() throws Exception {
    Map<String, ?> form =
        Map.of(
            "phone", "6281277700001",
            "name", "Dewi",
            "phase", "BOOKING",
            "interested_package", CODE,
            "conversation_summary", "dua orang",
            "source", "pameran",
            "ai_confidence", 0.9);
    HttpResponse<String> put = stack.post("ani", "sales_admin", "/api/marketing/leads", form);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    String lead = JSON.readTree(put.body()).path("lead_id").asText();
    assertThat(stack.post("ani", "sales_admin", "/api/marketing/leads", form).body())
        .contains(lead);
    Map<String, ?> payment =
        Map.of("reference", "TRX-1", "amount", 5_000_000, "currency", "IDR", "pax", 2);
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> paid =
          stack.post("ani", "sales_admin", "/api/marketing/leads/" + lead + "/payments", payment);
      assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack
                    .sql(
                        "SELECT status, paid, pax, phase FROM leads WHERE lead_id = '%s'"
                            .formatted(lead))
                    .equals(List.of("PAID\t5000000\t2\tBOOKING")));
    assertThat(
            stack.sql(
                "SELECT payload.outcome::String FROM events FINAL WHERE event_type ="
                    + " 'JourneyClosed'"))
        .containsExactly("PAID");
    assertThat(stack.api("/api/marketing/leads?status=PAID").at("/leads/0/name").asText())
        .isEqualTo("Dewi");
  }

  @Test
  @Order(7)
  void everyPromiseWasKept() throws Exception {
    stack.prove();
  }

  /** Calls that showed something to a customer. */
  private static long sends() throws Exception {
    long sends = 0;
    for (JsonNode call : stack.simulator("/simulator/calls?since=0")) {
      if (call.path("outcome").asText().equals("sent")) {
        sends++;
      }
    }
    return sends;
  }
}
