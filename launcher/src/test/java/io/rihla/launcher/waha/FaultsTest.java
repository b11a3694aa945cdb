package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
  private static final String CHAT = "6281100000011@c.us";

  private RunningSimulator waha;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    waha = new RunningSimulator(Engine.NOWEB, data);
  }

  @AfterEach
  void stop() {
    waha.close();
  }

  @Test
  void aTimeoutAfterAcceptLeavesTheMessageSent() {
    waha.post("/simulator/faults", "{'sends':'timeout_after_accept','count':1}");
    assertThatThrownBy(this::sendWithPatience).isInstanceOf(HttpTimeoutException.class);
    assertThat(waha.thread("siti")).hasSize(1);
    assertThat(lastOutcome()).isEqualTo("sent_unanswered");
    assertThat(waha.sendText(CHAT, "lagi").status()).isEqualTo(201);
  }

  @Test
  void aHangSendsNothing() {
    waha.post("/simulator/faults", "{'sends':'hang','count':1}");
    assertThatThrownBy(this::sendWithPatience).isInstanceOf(HttpTimeoutException.class);
    assertThat(waha.thread("siti")).isEmpty();
    assertThat(lastOutcome()).isEqualTo("unanswered");
  }

  @Test
  void countedFailuresEnd() {
    waha.post("/simulator/faults", "{'sends':'500','count':2}");
    assertThat(waha.sendText(CHAT, "satu").status()).isEqualTo(500);
    assertThat(waha.sendText(CHAT, "satu").status()).isEqualTo(500);
    assertThat(waha.sendText(CHAT, "satu").status()).isEqualTo(201);
    assertThat(waha.thread("siti")).hasSize(1);
  }

  @Test
  void uncountedFailuresLastUntilCleared() {
    waha.post("/simulator/faults", "{'sends':'422'}");
    assertThat(waha.sendText(CHAT, "satu").status()).isEqualTo(422);
    assertThat(waha.sendText(CHAT, "satu").status()).isEqualTo(422);
    waha.post("/simulator/faults", "{}");
    assertThat(waha.sendText(CHAT, "satu").status()).isEqualTo(201);
  }

  @Test
  void anOutageFailsEveryCallAndEndsByItself() {
    waha.post("/simulator/faults", "{'down_ms':1500}");
    assertThat(waha.sendText(CHAT, "satu").status()).isEqualTo(500);
    assertThat(waha.get("/api/sessions").status()).isEqualTo(500);
    await().until(() -> waha.sendText(CHAT, "satu").status() == 201);
    assertThat(waha.thread("siti")).hasSize(1);
  }

  @Test
  void duplicatedWebhooksAreTheSameBytes() {
    waha.awaitQuiet();
    waha.post("/simulator/faults", "{'webhooks':{'duplicate':true}}");
    waha.post("/simulator/messages", "{'customer':'siti','text':'halo'}");
    List<WebhookReceiver.Webhook> both = waha.awaitWebhook("message", 2);
    assertThat(both.get(0).bytes()).isEqualTo(both.get(1).bytes());
  }

  @Test
  void twinsCarryTheSameBareIdUnderBothNames() {
    waha.post("/simulator/faults", "{'webhooks':{'twins':true}}");
    waha.post("/simulator/messages", "{'customer':'dewi','text':'halo','message_id':'3ATWIN'}");
    HashSet<String> ids = new HashSet<>();
    waha.awaitWebhook("message", 2).forEach(hook -> ids.add(hook.payload().get("id").asText()));
    assertThat(ids)
        .containsExactlyInAnyOrder(
            "false_138203818037365@lid_3ATWIN", "false_6281100000033@c.us_3ATWIN");
    assertThat(waha.thread("dewi")).hasSize(1);
  }

  @Test
  void shuffledWebhooksAllArrive() {
    waha.post("/simulator/faults", "{'webhooks':{'shuffle':true}}");
    for (int i = 0; i < 20; i++) {
      waha.post("/simulator/messages", "{'customer':'siti','text':'%d'}".formatted(i));
    }
    List<Integer> order =
        waha.awaitWebhook("message", 20).stream()
            .map(hook -> hook.payload().get("body").asInt())
            .toList();
    assertThat(order)
        .hasSize(20)
        .doesNotHaveDuplicates()
        .isNotEqualTo(order.stream().sorted().toList());
  }

  @Test
  void withheldMessagesAreOnlyInTheHistory() {
    waha.awaitQuiet();
    int before = waha.receiver.all().size();
    waha.post("/simulator/messages", "{'customer':'siti','text':'diam','withhold_webhook':true}");
    waha.post("/simulator/faults", "{'webhooks':{'drop':true}}");
    waha.post("/simulator/messages", "{'customer':'siti','text':'hilang'}");
    waha.awaitQuiet();
    assertThat(waha.receiver.all()).hasSize(before);
    assertThat(waha.get("/api/default/chats/6281100000011%40c.us/messages?limit=10").body())
        .hasSize(2);
  }

  private void sendWithPatience() throws IOException, InterruptedException {
    HttpRequest request =
        waha.request("/api/sendText")
            .timeout(Duration.ofMillis(700))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    RunningSimulator.json(
                        "{'session':'default','chatId':'%s','text':'halo'}".formatted(CHAT))))
            .build();
    waha.http().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String lastOutcome() {
    var calls = waha.get("/simulator/calls").body();
    return calls.get(calls.size() - 1).get("outcome").asText();
  }
}
