package io.rihla.api.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Happenings;
import io.rihla.api.testing.Receiver;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.SessionLive;
import io.rihla.schemas.desk.SettingsView;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.identity.NoticeKey;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.topics.Topics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private static final String ADMIN_PHONE = "6289900000001";

  private static Receiver receiver;
  private static Happenings happenings;
  private static TestApi api;

  @BeforeAll
  static void start() {
    receiver = new Receiver();
    happenings = new Happenings(Broker.shared());
    happenings.append(
        Topics.SETTINGS,
        DeskSubject.SETTINGS_KEY,
        SettingsView.usual()
            .withNotifyNumbers(List.of(ADMIN_PHONE, "6289900000002"))
            .withNotifySession("sales")
            .withLive(List.of(new SessionLive("sales", 1))));
    api =
        TestApi.start(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                Broker.shared().address(),
                "NOTIFY_WEBHOOK_URL",
                receiver.url(),
                "NOTIFY_WEBHOOK_KEY",
                Receiver.KEY,
                "RIHLA_PUBLIC_URL",
                "https://rihla.example",
                "RIHLA_NOTICE_WINDOW_MS",
                "1500"));
    // a group that begins at the end hears nothing of what was before it had its share
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              CustomerKey first = Happenings.somebody();
              happenings.write(first, Happenings.handover());
              return !receiver.taken().isEmpty() && !messages("").isEmpty();
            });
  }

  @AfterAll
  static void stop() {
    happenings.append(Topics.SETTINGS, DeskSubject.SETTINGS_KEY, SettingsView.usual());
    api.close();
    happenings.close();
    receiver.close();
  }

  @Test
  void adminsGetOneMessageForWhatHappensInOneConversationAtOnce() {
    CustomerKey customer = Happenings.somebody();
    happenings.write(customer, Happenings.escalation());
    happenings.write(customer, Happenings.handover());
    happenings.write(customer, Happenings.message("halo"));
    String conversation = customer.conversationId();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> needs(conversation) == 2 && told(conversation).size() >= 2);
    List<OutboundReply> told = told(conversation);
    assertThat(told).extracting(OutboundReply::replyId).doesNotHaveDuplicates();
    assertThat(told)
        .extracting(OutboundReply::chatId)
        .contains(ADMIN_PHONE + "@c.us", "6289900000002@c.us");
    OutboundReply message = told.getFirst();
    assertThat(message.session()).isEqualTo("sales");
    assertThat(NoticeKey.isOne(message.customerKey())).isTrue();
    String text = ((TextPart) message.parts().getFirst().content()).text();
    assertThat(text)
        .contains("siap bayar")
        .contains("https://rihla.example")
        .contains("mau bayar DP");
  }

  @Test
  void aNoticeThatIsNotTakenDoesNotHoldUpOthersAndKeepsItsKey() {
    CustomerKey stuck = Happenings.somebody();
    receiver.judge(post -> post.body().contains(stuck.conversationId()) ? 500 : 200);
    happenings.write(stuck, Happenings.handover());
    await().atMost(Duration.ofSeconds(20)).until(() -> !refused(stuck).isEmpty());
    CustomerKey other = Happenings.somebody();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              happenings.write(other, Happenings.handover());
              return needs(other.conversationId()) > 0;
            });
    assertThat(needs(stuck.conversationId())).isZero();
    receiver.judge(post -> 200);
    await().atMost(Duration.ofSeconds(30)).until(() -> needs(stuck.conversationId()) == 1);
    assertThat(refused(stuck))
        .extracting(Receiver.Post::id)
        .containsOnly(refused(stuck).getFirst().id());
    assertThat(receiver.taken()).allMatch(Receiver.Post::signed);
  }

  @Test
  void theChatOfAnAdminOpensNoConversation() {
    HttpResponse<String> echo =
        api.webhook(
            """
            {"event":"message.any","session":"sales","timestamp":%d,"engine":"NOWEB","payload":{
              "id":"true_%s@c.us_3EB0AA","timestamp":%d,"from":"%s@c.us","fromMe":true,
              "to":"%s@c.us","body":"Ada percakapan","source":"api","hasMedia":false}}
            """
                .formatted(
                    System.currentTimeMillis(),
                    ADMIN_PHONE,
                    System.currentTimeMillis() / 1000,
                    ADMIN_PHONE,
                    ADMIN_PHONE));
    assertThat(echo.body()).contains("\"ignored\"").contains("\"staff\"");
    assertThat(Broker.shared().read(Topics.WHATSAPP_INBOUND))
        .extracting(entry -> entry.value().phone())
        .doesNotContain(ADMIN_PHONE);
  }

  private static List<OutboundReply> told(String conversation) {
    return messages(conversation);
  }

  private static List<OutboundReply> messages(String text) {
    return Broker.shared().read(Topics.WHATSAPP_OUTBOUND).stream()
        .map(Broker.Entry::value)
        .filter(reply -> NoticeKey.isOne(reply.customerKey()))
        .filter(
            reply ->
                reply.parts().getFirst().content() instanceof TextPart part
                    && part.text().contains(text))
        .toList();
  }

  /** How many needs of a conversation the receiver was told of. */
  private static long needs(String conversation) {
    return receiver.taken().stream()
        .map(post -> json(post.body()).get("needs"))
        .flatMap(needs -> StreamSupport.stream(needs.spliterator(), false))
        .filter(need -> need.get("conversation_id").asText().equals(conversation))
        .count();
  }

  private static List<Receiver.Post> refused(CustomerKey customer) {
    return receiver.refused().stream()
        .filter(post -> post.body().contains(customer.conversationId()))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
