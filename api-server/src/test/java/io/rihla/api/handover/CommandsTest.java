package io.rihla.api.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.commands.Assign;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ProcessMessage;
import io.rihla.schemas.commands.Reply;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.identity.CustomerKey;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands on conversations, over a real Kafka and a real ClickHouse. */
class CommandsTest extends Leads {
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
}
