package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.launcher.waha.RunningSimulator.Response;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {
  private static final String CHAT = "6281100000011@c.us";
  private static final String WITH_ID =
      "{'session':'default','chatId':'6281100000011@c.us','text':'halo','id':'3EB0AA'}";

  @TempDir Path data;

  @Test
  void answersInTheShapeOfTheEngine() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data.resolve("noweb"))) {
      Response sent = waha.post("/api/sendText", WITH_ID);
      assertThat(sent.status()).isEqualTo(201);
      assertThat(sent.body().at("/key/id").asText()).isEqualTo("3EB0AA");
      assertThat(sent.body().at("/key/remoteJid").asText())
          .isEqualTo("6281100000011@s.whatsapp.net");
    }
    try (RunningSimulator waha = new RunningSimulator(Engine.GOWS, data.resolve("gows"))) {
      JsonNode sent = waha.post("/api/sendText", WITH_ID).body();
      assertThat(sent.get("id").asText()).isEqualTo("true_6281100000011@c.us_3EB0AA");
      assertThat(sent.has("_data")).isTrue();
    }
    try (RunningSimulator waha = new RunningSimulator(Engine.WEBJS, data.resolve("webjs"))) {
      JsonNode sent = waha.post("/api/sendText", WITH_ID).body();
      assertThat(sent.at("/id/_serialized").asText())
          .startsWith("true_6281100000011@c.us_")
          .doesNotContain("3EB0AA");
    }
  }

  @Test
  void showsAMessageOnceHoweverOftenItsIdIsSent() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      assertThat(waha.post("/api/sendText", WITH_ID).status()).isEqualTo(201);
      assertThat(waha.post("/api/sendText", WITH_ID).status()).isEqualTo(201);
      assertThat(waha.thread("siti")).hasSize(1);
      JsonNode calls = waha.get("/simulator/calls").body();
      assertThat(calls).hasSize(2);
      assertThat(calls.get(0).get("outcome").asText()).isEqualTo("sent");
      assertThat(calls.get(1).get("outcome").asText()).isEqualTo("repeated");
      assertThat(calls.get(1).get("message_id").asText()).isEqualTo("3EB0AA");
    }
  }

  @Test
  void webjsSendsTwiceWhatIsSentTwice() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.WEBJS, data)) {
      waha.post("/api/sendText", WITH_ID);
      waha.post("/api/sendText", WITH_ID);
      assertThat(waha.thread("siti")).hasSize(2);
      assertThat(waha.get("/api/default/new-message-id").status()).isEqualTo(501);
    }
  }

  @Test
  void echoesItsOwnSendsAndTheirTicks() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      waha.post("/api/sendText", WITH_ID);
      JsonNode echo = waha.awaitWebhook("message.any", 1).getFirst().payload();
      assertThat(echo.get("fromMe").asBoolean()).isTrue();
      assertThat(echo.get("source").asText()).isEqualTo("api");
      assertThat(echo.get("from").asText()).isEqualTo(CHAT);
      List<String> ticks =
          waha.awaitWebhook("message.ack", 3).stream()
              .map(ack -> ack.payload().get("ackName").asText())
              .toList();
      assertThat(ticks).containsExactlyInAnyOrder("SERVER", "DEVICE", "READ");
      assertThat(waha.receiver.accepted("message")).isEmpty();
      assertThat(waha.thread("siti").get(0).get("ack").asText()).isEqualTo("READ");
    }
  }

  @Test
  void fetchesTheFileItSends() throws Exception {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      String call =
          "{'session':'default','chatId':'%s','caption':'*Hotel*','file':{'mimetype':'image/jpeg','filename':'hotel.jpg','url':'%s'}}";
      String url = waha.receiver.url("/picture.jpg").toString();
      assertThat(waha.post("/api/sendImage", call.formatted(CHAT, url)).status()).isEqualTo(201);
      JsonNode shown = waha.thread("siti").get(0);
      assertThat(shown.get("kind").asText()).isEqualTo("image");
      HttpRequest kept = waha.request("/" + shown.get("media_url").asText()).build();
      assertThat(waha.http().send(kept, HttpResponse.BodyHandlers.ofByteArray()).body())
          .isEqualTo(MediaFolder.readyMade("hotel.jpg"));

      String missing = waha.receiver.url("/nothing.jpg").toString();
      Response failed = waha.post("/api/sendImage", call.formatted(CHAT, missing));
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.body().at("/exception/message").asText()).contains("404");
      assertThat(waha.thread("siti")).hasSize(1);
    }
  }

  @Test
  void refusesWithoutTheKey() throws Exception {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      HttpRequest call =
          waha.request("/api/sessions/default").setHeader("X-Api-Key", "wrong").build();
      HttpResponse<String> refused = waha.http().send(call, HttpResponse.BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body())
          .isEqualTo(RunningSimulator.json("{'message':'Unauthorized','statusCode':401}"));
    }
  }

  @Test
  void refusesWhileTheSessionIsDown() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      waha.post("/simulator/session", "{'status':'FAILED'}");
      Response refused = waha.sendText(CHAT, "halo");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().get("status").asText()).isEqualTo("FAILED");
      waha.post("/simulator/session", "{'status':'WORKING'}");
      assertThat(waha.sendText(CHAT, "halo").status()).isEqualTo(201);
      List<String> told =
          waha.awaitWebhook("session.status", 4).stream()
              .map(webhook -> webhook.payload().get("status").asText())
              .toList();
      assertThat(told).contains("STARTING", "WORKING", "FAILED");
    }
  }

  @Test
  void knowsOnlyItsOwnSession() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      String call = "{'session':'other','chatId':'%s','text':'halo'}".formatted(CHAT);
      assertThat(waha.post("/api/sendText", call).status()).isEqualTo(404);
      assertThat(waha.get("/api/sessions/other").status()).isEqualTo(404);
      JsonNode session = waha.get("/api/sessions/default").body();
      assertThat(session.get("status").asText()).isEqualTo("WORKING");
      assertThat(session.at("/config/noweb/store/enabled").asBoolean()).isTrue();
    }
  }

  @Test
  void marksWhatTheAgencyHasSeen() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      waha.post("/simulator/messages", "{'customer':'siti','text':'halo'}");
      assertThat(waha.thread("siti").get(0).get("ack").asText()).isEqualTo("DEVICE");
      waha.post("/api/sendSeen", "{'session':'default','chatId':'%s'}".formatted(CHAT));
      assertThat(waha.thread("siti").get(0).get("ack").asText()).isEqualTo("READ");
      waha.post("/api/startTyping", "{'session':'default','chatId':'%s'}".formatted(CHAT));
      assertThat(waha.get("/simulator/chats/siti").body().get("typing").asBoolean()).isTrue();
      waha.post("/api/stopTyping", "{'session':'default','chatId':'%s'}".formatted(CHAT));
      assertThat(waha.get("/simulator/chats/siti").body().get("typing").asBoolean()).isFalse();
    }
  }

  @Test
  void writesToNumbersItHasNeverSeen() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      assertThat(waha.sendText("6281234567890@c.us", "halo").status()).isEqualTo(201);
      assertThat(waha.thread("6281234567890")).hasSize(1);
    }
  }
}
