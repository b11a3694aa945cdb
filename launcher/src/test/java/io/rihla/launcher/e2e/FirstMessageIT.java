package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.launcher.run.RihlaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does on the first day, over the running processes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstMessageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String CODE = "UMR_MAR_2027_HEMAT";

  @TempDir static Path folder;
  private static RunningStack stack;

  @BeforeAll
  static void up() throws Exception {
    stack =
        new RunningStack(
            folder.resolve("data"), Map.of("RIHLA_QUIET_WINDOW_MS", "200", "RIHLA_TYPING", "none"));
    stack.up();
  }

  @AfterAll
  static void down() throws Exception {
    stack.down();
  }

  @Test
  @Order(1)
  void aCampaignCodeIsAnsweredWithPictureAndGreetingAndShownEverywhere() throws Exception {
    String message = stack.write("siti", "Halo kak, " + CODE.toLowerCase(java.util.Locale.ROOT));
    await().atMost(PATIENCE).until(() -> stack.answers("siti").size() == 2);

    List<JsonNode> answers = stack.answers("siti");
    assertThat(answers.getFirst().path("kind").asText()).isEqualTo("image");
    assertThat(answers.getLast().path("text").asText())
        .contains("Assalamu'alaikum", "Rp 25.000.000", "15 Maret 2027", "9 hari");

    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              JsonNode dashboard = stack.api("/api/marketing/dashboard");
              assertThat(dashboard.path("phase_distribution").path("leads").asInt()).isEqualTo(1);
              assertThat(dashboard.path("recent_leads").path(0).path("campaign_code").asText())
                  .isEqualTo(CODE);
            });
    String conversation =
        stack.api("/api/marketing/dashboard").path("recent_leads").path(0).path("id").asText();
    JsonNode thread = stack.api("/api/conversations/" + conversation);
    assertThat(thread.findValuesAsText("message_id")).contains(message);

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count("SELECT count() FROM events WHERE event_type = 'MediaSent'") == 1
                    && stack.count("SELECT count() FROM messages") == 3);
    assertThat(
            stack.sql(
                "SELECT event_type FROM events WHERE event_type != 'MessageStatus' ORDER BY seq"))
        .containsExactly(
            "JourneyOpened",
            "PhaseChanged",
            "MessageReceived",
            "CampaignAttributed",
            "ThoughtRequested",
            "AiAnswered",
            "IntentDetected",
            "ReplyPlanned",
            "MediaSent",
            "MessageSent");
    assertThat(stack.rihla("sql", "select text from messages where direction = 'in'").output())
        .contains("Halo kak");
  }

  @Test
  @Order(2)
  void aDepartedPackageIsNotSold() throws Exception {
    stack.write("budi", "UMR_OKT_2026_REGULER");
    await().atMost(PATIENCE).until(() -> !stack.answers("budi").isEmpty());
    assertThat(stack.answers("budi").getFirst().path("text").asText())
        .contains("sudah berangkat")
        .doesNotContain("Berangkat: ");
  }

  @Test
  @Order(3)
  void doubledTwinnedAndShuffledWebhooksGiveOneAnswer() throws Exception {
    stack.simulator(
        "/simulator/faults",
        Map.of("webhooks", Map.of("duplicate", true, "twins", true, "shuffle", true)));
    stack.write("dewi", "assalamualaikum, mau tanya paket umroh");
    await().atMost(PATIENCE).until(() -> !stack.answers("dewi").isEmpty());
    stack.simulator("/simulator/faults", Map.of());
    String later = stack.write("fatimah", "halo");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM events WHERE event_type = 'MessageSent' AND"
                            + " customer_key IN (SELECT customer_key FROM messages WHERE message_id"
                            + " = '"
                            + later
                            + "')")
                    == 1);
    assertThat(stack.answers("dewi")).hasSize(1);
  }

  @Test
  @Order(4)
  void aSendThatTimesOutAfterItWasAcceptedIsNotSentAgain() throws Exception {
    stack.simulator("/simulator/faults", Map.of("sends", "timeout_after_accept", "count", 1));
    stack.write("fatimah", "berapa harganya");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM events WHERE event_type = 'MessageSent' AND"
                            + " payload.reconciled = true")
                    == 1);
    assertThat(stack.answers("fatimah")).hasSize(2);
  }

  @Test
  @Order(5)
  void whatWasMissedIsCaughtUpWhenTheSessionWorksAgain() throws Exception {
    int before = stack.answers("siti").size();
    stack.simulator("/simulator/session", Map.of("status", "FAILED"));
    stack.simulator(
        "/simulator/messages",
        Map.of(
            "customer",
            "siti",
            "kind",
            "text",
            "text",
            "hotelnya dimana kak",
            "withhold_webhook",
            true));
    stack.simulator("/simulator/session", Map.of("status", "WORKING"));
    await().atMost(PATIENCE).until(() -> stack.answers("siti").size() > before);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM events WHERE event_type = 'MessageReceived' AND"
                            + " payload.late = true AND payload.channel = 'CATCH_UP'")
                    >= 1);
    assertThat(stack.answers("siti").getLast().path("text").asText()).contains("Hotel untuk");
  }

  @Test
  @Order(6)
  void aSecondUpFindsTheConversationWhereItWas() throws Exception {
    int answers = stack.answers("siti").size();
    stack.down();
    stack.up();
    assertThat(stack.answers("siti")).hasSize(answers);
    stack.write("siti", "berangkatnya tanggal berapa kak");
    await().atMost(PATIENCE).until(() -> stack.answers("siti").size() > answers);
    assertThat(stack.answers("siti").getLast().path("text").asText()).contains("15 Maret 2027");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stack.count(
                        "SELECT count() FROM events WHERE event_type = 'JourneyOpened' AND"
                            + " customer_key IN (SELECT customer_key FROM messages WHERE text ="
                            + " 'berangkatnya tanggal berapa kak')")
                    == 1);
  }

  @Test
  @Order(7)
  void theFiguresOfASeasonPlayedThroughTheDoorsAreThoseOfItsKey() throws Exception {
    for (String seed : List.of("3", "4")) {
      String key = folder.resolve("key-" + seed + ".json").toString();
      RihlaProcess.Result played =
          stack.rihla("demo", "--customers", "5", "--pause", "1", "--seed", seed, "--key", key);
      assertThat(played.code()).as(played.output()).isZero();
      assertThat(played.output()).contains("all messages are in their conversations");

      RihlaProcess.Result verified = stack.rihla("verify", "--only", "figures", "--key", key);
      assertThat(verified.code()).as(verified.output()).isZero();
      assertThat(verified.output()).contains("key-campaigns", "Every promise is kept");
    }
  }

  @Test
  @Order(8)
  void everyPromiseWasKept() throws Exception {
    stack.prove();
  }

  @Test
  @Order(9)
  void whatNobodyPlannedAndWhatNobodyWroteIsNamed() throws Exception {
    stack.tamper(
        "INSERT INTO events SELECT * REPLACE ('evt_strange' AS event_id) FROM events LIMIT 1");
    stack.sendPastUs(
        stack.simulator("/simulator/chats/dewi").path("chat").asText(), "dari orang lain");
    RihlaProcess.Result result = stack.rihla("verify", "--settle", "0", "--patience", "0");
    assertThat(result.code()).as(result.output()).isEqualTo(1);
    assertThat(result.output())
        .contains("event evt_strange is archived and not in the log")
        .containsPattern("sent-as-planned: WhatsApp shows message \\w+ unplanned")
        .contains("A promise is broken.");
    assertThat(stack.rihla("verify", "--settle", "0", "--json").output())
        .contains("\"rule\" : \"archive-complete\"");
  }
}
