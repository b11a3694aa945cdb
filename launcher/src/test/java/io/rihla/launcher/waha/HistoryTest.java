package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final String MESSAGES = "/api/default/chats/6281100000011%40c.us/messages";

  @TempDir Path data;

  @Test
  void tellsTheNewestFirstFromATimeOn() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      for (int i = 0; i < 5; i++) {
        write(waha, "siti", "pesan " + i, 1_790_000_000L + i * 60);
      }
      waha.sendText("6281100000011@c.us", "jawaban");
      JsonNode late =
          waha.get(
                  MESSAGES
                      + "?limit=100&filter.timestamp.gte=1790000120&filter.fromMe=false"
                      + "&downloadMedia=false")
              .body();
      assertThat(late.findValuesAsText("body")).containsExactly("pesan 4", "pesan 3", "pesan 2");
      assertThat(late.get(0).at("/_data/pushName").asText()).isEqualTo("Siti Rahmawati");
      assertThat(waha.get(MESSAGES + "?limit=2").body()).hasSize(2);
    }
  }

  @Test
  void listsChatsByTheirLastMessage() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      write(waha, "siti", "lama", 1_790_000_000L);
      write(waha, "dewi", "baru", 1_790_000_900L);
      JsonNode overview = waha.get("/api/default/chats/overview?limit=10&offset=0").body();
      assertThat(overview).hasSize(2);
      assertThat(overview.get(0).get("id").asText()).isEqualTo("138203818037365@lid");
      assertThat(overview.get(0).get("name").asText()).isEqualTo("Dewi Lestari");
      assertThat(overview.get(0).at("/lastMessage/timestamp").asLong()).isEqualTo(1_790_000_900L);
      assertThat(waha.get("/api/default/chats/overview?limit=1&offset=1").body()).hasSize(1);
      assertThat(waha.get("/api/default/chats").body()).hasSize(2);
    }
  }

  @Test
  void aRestartKeepsTheChatsAndCutsOffATornLine() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      waha.post("/simulator/customers", "{'phone':'+62 812-0000-0001','name':'Ibu Tini'}");
      waha.post("/simulator/messages", "{'customer':'6281200000001','kind':'image'}");
      waha.post("/api/sendText", "{'chatId':'6281200000001@c.us','text':'halo','id':'3EB0BB'}");
    }
    Files.writeString(
        data.resolve("chats.jsonl"), "{\"message\":{\"id\":", StandardOpenOption.APPEND);
    for (int restart = 0; restart < 2; restart++) {
      try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
        assertThat(waha.thread("6281200000001")).hasSize(2);
        waha.post("/api/sendText", "{'chatId':'6281200000001@c.us','text':'halo','id':'3EB0BB'}");
        assertThat(waha.thread("6281200000001")).hasSize(2);
      }
    }
  }

  @Test
  void wrongOrdersAreRefusedWithTheFieldAndTheRemedy() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      RunningSimulator.Response refused =
          waha.post("/simulator/messages", "{'customer':'nobody','text':'x'}");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().get("message").asText()).contains("customer is 'nobody'");
      assertThat(waha.post("/simulator/messages", "{'customer':'siti','kind':'poem'}").status())
          .isEqualTo(400);
      assertThat(waha.post("/api/sendText", "{'chatId':'x','text':'y'}").status()).isEqualTo(400);
    }
  }

  private static void write(RunningSimulator waha, String customer, String text, long at) {
    waha.post(
        "/simulator/messages",
        "{'customer':'%s','text':'%s','timestamp':%d}".formatted(customer, text, at));
  }
}
