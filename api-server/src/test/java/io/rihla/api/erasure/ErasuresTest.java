package io.rihla.api.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.api.testing.RealClickHouse;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerErased;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.LeadCreated;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.GeoPoint;
import io.rihla.schemas.whatsapp.Media;
import io.rihla.schemas.whatsapp.MessageKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real ClickHouse still tells of customers who were erased. */
class ErasuresTest {
  private static final long NOW = System.currentTimeMillis();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String SITI = "c_000000000000000000000001";
  private static final String LID = "c_000000000000000000000002";
  private static final String BUDI = "c_000000000000000000000003";

  private RealClickHouse clickHouse;
  private TestApi api;

  @BeforeEach
  void start() {
    clickHouse = new RealClickHouse();
  }

  @AfterEach
  void stop() {
    if (api != null) {
      api.close();
    }
    clickHouse.close();
  }

  @Test
  void nothingThatNamesOrQuotesAnErasedCustomerStaysAndEverythingStillCounts() {
    List<ConversationEvent> log = log();
    log.forEach(clickHouse::insert);
    writeRowsOfTheJobs();
    String counted = counted();
    assertThat(everything()).contains("Siti", "6281100000011", "kursi roda");

    api = TestApi.start(Map.of("CLICKHOUSE_URL", clickHouse.url()));

    await().atMost(PATIENCE).untilAsserted(this::assertThatSitiIsBlank);
    assertThat(counted()).isEqualTo(counted);
    assertThat(everything()).contains("Budi", "6281100000022", "paket ramadan");
    assertThat(clickHouse.ask("SELECT label, examples FROM question_clusters FINAL"))
        .contains("\"label\":\"paket ramadan ada?\"", "[\"paket ramadan ada?\"]");

    // the log is read anew, and the jobs write what they remember
    log.forEach(clickHouse::insert);
    writeRowsOfTheJobs();
    assertThat(everything()).contains("kursi roda");
    await().atMost(PATIENCE).untilAsserted(this::assertThatSitiIsBlank);
    assertThat(counted()).isEqualTo(counted);
  }

  @Test
  void whatACustomerWritesAfterTheErasureIsKept() {
    log().forEach(clickHouse::insert);
    clickHouse.insert(event(SITI, 7, says("halo lagi kak", "6281100000077", "Aminah")));
    api = TestApi.start(Map.of("CLICKHOUSE_URL", clickHouse.url()));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(everything()).doesNotContain("kursi roda", "Siti"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        clickHouse.ask(
                            "SELECT phone, name, last_message FROM conversations WHERE customer_key = '%s'"
                                .formatted(SITI)))
                    .contains("6281100000077", "Aminah", "halo lagi kak"));
  }

  private void assertThatSitiIsBlank() {
    assertThat(everything())
        .doesNotContain("Siti", "6281100000011", "138203818037365", "kursi roda", "BEGIN:VCARD")
        .doesNotContain("foto-siti", "-6.91", "Masjid Raya");
    assertThat(clickHouse.ask("SELECT text FROM question_members FINAL ORDER BY question_id"))
        .contains("***", "paket ramadan ada?");
  }

  /** Every row of every table and view that tells of conversations. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of(
            "events",
            "messages",
            "conversations",
            "leads",
            "failed_conversations",
            "question_members",
            "question_clusters",
            "questions")) {
      all.append(clickHouse.ask("SELECT * FROM " + table));
    }
    return all.toString();
  }

  private String counted() {
    return clickHouse.ask(
            """
            SELECT event_type, count(), sum(payload.amount.:Int64), groupArraySorted(9)(seq),
                countIf(ifNull(payload.text.:String, '') != '')
            FROM events FINAL GROUP BY event_type ORDER BY event_type""")
        + clickHouse.ask("SELECT customer_key, phase, last_seq FROM conversations ORDER BY ALL")
        + clickHouse.ask("SELECT lead_id, status, paid, phase FROM leads ORDER BY ALL")
        + clickHouse.ask(
            "SELECT direction, count(), countIf(text != '') FROM messages FINAL GROUP BY direction")
        + clickHouse.ask("SELECT cluster_id, frequency, customers FROM questions ORDER BY ALL");
  }

  private List<ConversationEvent> log() {
    List<EventPayload> siti =
        List.of(
            new JourneyOpened(
                "6281100000011",
                "138203818037365@lid",
                "Siti",
                "6281100000011@c.us",
                "DIRECT",
                Language.ID),
            new MessageReceived(
                "m1",
                "6281100000011@c.us",
                MessageKind.IMAGE,
                "saya \"Siti\", boleh bawa kursi roda?",
                new Media("http://waha/foto-siti.jpg", "image/jpeg", "foto-siti.jpg", null),
                new GeoPoint(-6.91, 107.6, "Masjid Raya", "Jalan Siti 5"),
                List.of("BEGIN:VCARD\nFN:Siti [HP]\nTEL:6281100000011\nEND:VCARD"),
                null,
                null,
                Channel.WHATSAPP,
                false,
                NOW,
                "6281100000011",
                "Siti"),
            new PhaseChanged(null, Phase.BOOKING, "test", "m1", null, null),
            new LeadCreated(
                "lead_1",
                Phase.BOOKING,
                "UMR_MAR_2027_HEMAT",
                "conversation",
                "Siti",
                "6281100000011",
                "Siti, kursi roda",
                null),
            new PaymentRecorded("lead_1", "TRX-1", 5_000_000, "IDR", 2),
            new CustomerErased("boss"));
    List<ConversationEvent> log = new ArrayList<>();
    log.add(event(LID, 1, says("ini Siti, kursi roda bisa?", null, "Siti")));
    log.add(event(LID, 2, new CustomerForwarded(SITI, "conv_1")));
    for (int i = 0; i < siti.size(); i++) {
      log.add(event(SITI, i + 1, siti.get(i)));
    }
    log.add(event(BUDI, 1, says("paket ramadan ada?", "6281100000022", "Budi")));
    return log;
  }

  private static MessageReceived says(String text, String phone, String name) {
    return new MessageReceived(
        "m",
        phone + "@c.us",
        MessageKind.TEXT,
        text,
        null,
        null,
        List.of(),
        null,
        null,
        Channel.WHATSAPP,
        false,
        NOW,
        phone,
        name);
  }

  private static ConversationEvent event(String customer, int seq, EventPayload payload) {
    return new ConversationEvent(
        "evt_%s_%d".formatted(customer, seq),
        NOW + seq,
        NOW + seq,
        customer,
        "conv_" + customer.substring(25),
        1,
        "default",
        seq,
        "cause",
        "customer",
        payload);
  }

  private void writeRowsOfTheJobs() {
    clickHouse.run(
        "rihla",
        """
        INSERT INTO messages (customer_key, chat_id, direction, author, message_id, kind, text, media_url, sent_at, event_id, seq, source_offset)
        SETTINGS insert_deduplicate = 0 VALUES
        ('%s', '6281100000011@c.us', 'in', 'customer', 'm1', 'text', 'saya Siti, boleh bawa kursi roda?', 'http://waha/foto-siti.jpg', now(), 'e2', 2, 2),
        ('%s', '6281100000022@c.us', 'in', 'customer', 'm2', 'text', 'paket ramadan ada?', '', now(), 'e3', 1, 3)"""
            .formatted(SITI, BUDI));
    clickHouse.run(
        "rihla",
        """
        INSERT INTO question_members (question_id, customer_key, cluster_id, text, asked_at, version)
        SETTINGS insert_deduplicate = 0 VALUES
        ('q1', '%s', 'k1', 'boleh bawa kursi\\nroda? nomor saya 6281100000011', fromUnixTimestamp64Milli(%d), 1),
        ('q2', '%s', 'k1', 'paket ramadan ada?', now(), 1)"""
            .formatted(SITI, NOW, BUDI));
    clickHouse.run(
        "rihla",
        """
        INSERT INTO question_clusters (cluster_id, label, examples, first_at, updated_at, version)
        SETTINGS insert_deduplicate = 0 VALUES
        ('k1', 'boleh bawa kursi roda? nomor saya …', ['boleh bawa kursi roda? nomor saya …', 'paket ramadan ada?'], now(), now(), 2)""");
  }
}
