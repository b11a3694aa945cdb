package io.rihla.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No accepted message is lost and no reply is sent twice, whatever process dies in between. */
class KillIT {
  private static final String TAKEN_BACK =
      "SELECT payload.reply_id::String FROM events WHERE event_type = 'ReplyCancelled'";

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int CUSTOMERS = 8;
  private static final List<String> TEXTS =
      List.of("UMR_MAR_2027_HEMAT", "berapa harganya kak", "hotelnya dimana", "kapan berangkat");

  @TempDir Path folder;
  private RunningStack stack;

  @AfterEach
  void down() throws Exception {
    stack.down();
  }

  @Test
  void everyMessageIsAnsweredOnceThoughEveryProcessIsKilledInMidConversation() throws Exception {
    stack =
        new RunningStack(
            folder.resolve("data"), Map.of("RIHLA_QUIET_WINDOW_MS", "200", "RIHLA_TYPING", "none"));
    stack.up();
    for (int i = 0; i < CUSTOMERS; i++) {
      stack.simulator("/simulator/customers", Map.of("phone", phone(i), "name", "Pelanggan " + i));
    }
    List<String> written = new CopyOnWriteArrayList<>();
    AtomicBoolean done = new AtomicBoolean();
    Thread customers = Thread.ofPlatform().start(() -> chatter(written, done));
    for (String victim : List.of("statefun", "functions", "jobs", "api")) {
      int said = written.size();
      await().atMost(PATIENCE).until(() -> written.size() >= said + 10);
      int restarts = stack.running(victim).restarts();
      stack.kill(victim);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  stack.running(victim).restarts() > restarts
                      && stack.running(victim).health().good());
    }
    int said = written.size();
    await().atMost(PATIENCE).until(() -> written.size() >= said + 10);
    done.set(true);
    customers.join();

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(received()).containsExactlyInAnyOrderElementsOf(written);
              assertThat(answered()).containsAll(written);
              assertThat(planned()).containsExactlyInAnyOrderElementsOf(sentEvents());
            });
    assertThat(planned()).containsExactlyInAnyOrderElementsOf(shown());
    assertThat(sentTwice()).isEmpty();
    assertThat(
            stack.sql(
                "SELECT customer_key FROM events GROUP BY customer_key HAVING count() != max(seq)"
                    + " OR uniqExact(seq) != max(seq)"))
        .as("customers whose events have a gap or a double")
        .isEmpty();
    assertThat(stack.count("SELECT count() FROM messages"))
        .isEqualTo(stack.count("SELECT uniqExact(event_id) FROM messages"));
    stack.prove();
  }

  private void chatter(List<String> written, AtomicBoolean done) {
    try {
      for (int i = 0; !done.get(); i++) {
        written.add(stack.write(phone(i % CUSTOMERS), TEXTS.get((i / CUSTOMERS) % TEXTS.size())));
        Thread.sleep(250); // the pace of the customers, not a wait for anything
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String phone(int i) {
    return "62812000000" + (10 + i);
  }

  private List<String> received() {
    return stack.sql(
        "SELECT payload.message_id::String FROM events WHERE event_type = 'MessageReceived'");
  }

  /** Messages that a thought was about which led to a reply that was not taken back. */
  private List<String> answered() {
    return stack.sql(
        """
        SELECT arrayJoin(payload.message_ids::Array(String)) FROM events
        WHERE event_type = 'ThoughtRequested' AND payload.thought_id::String IN (
          SELECT payload.thought_id::String FROM events
          WHERE event_type = 'ReplyPlanned' AND payload.reply_id::String NOT IN (%s))"""
            .formatted(TAKEN_BACK));
  }

  /** Parts that were to be sent; of an answer that was taken back nothing was ever out. */
  private List<String> planned() {
    return stack.sql(
        """
        SELECT arrayJoin(payload.part_ids::Array(String)) FROM events
        WHERE event_type = 'ReplyPlanned' AND payload.reply_id::String NOT IN (%s)"""
            .formatted(TAKEN_BACK));
  }

  private List<String> sentEvents() {
    return stack.sql(
        "SELECT payload.part_id::String FROM events WHERE event_type IN ('MessageSent',"
            + " 'MediaSent')");
  }

  private List<String> shown() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      stack.answers(phone(i)).forEach(message -> ids.add(message.path("id").asText()));
    }
    return ids;
  }

  /** Parts that reached WAHA's send calls more than once, even if WhatsApp showed them once. */
  private List<String> sentTwice() throws Exception {
    Map<String, Integer> sends = new HashMap<>();
    for (JsonNode call : stack.simulator("/simulator/calls?since=0")) {
      if (call.path("outcome").asText().equals("sent")) {
        sends.merge(call.path("body").path("id").asText(), 1, Integer::sum);
      }
    }
    return sends.entrySet().stream()
        .filter(send -> send.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
