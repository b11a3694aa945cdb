package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.launcher.waha.WebhookReceiver.Webhook;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {
  @TempDir Path data;

  @Test
  void everyWebhookIsSignedOverItsExactBytes() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.GOWS, data)) {
      Signature signature = new Signature(RunningSimulator.HMAC_KEY);
      waha.write("{'customer':'siti','text':'Assalamu’alaikum 🕋'}", "message");
      waha.awaitQuiet();
      assertThat(waha.receiver.all()).isNotEmpty();
      for (Webhook webhook : waha.receiver.all()) {
        assertThat(webhook.signature()).isEqualTo(signature.of(webhook.bytes()));
        assertThat(webhook.algorithm()).isEqualTo("sha512");
        assertThat(webhook.json().get("id").asText()).matches("evt_[0-9a-z]{26}");
        assertThat(webhook.json().get("timestamp").asLong()).isGreaterThan(1_700_000_000_000L);
        assertThat(webhook.json().at("/me/id").asText()).isEqualTo("6281100000099@c.us");
        assertThat(webhook.json().get("engine").asText()).isEqualTo("GOWS");
      }
    }
  }

  @Test
  void aCustomersMessageComesAsMessageAndAsMessageAny() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      Webhook message = waha.write("{'customer':'siti','text':'halo'}", "message");
      Webhook any = waha.awaitWebhook("message.any", 1).getFirst();
      assertThat(any.payload()).isEqualTo(message.payload());
      assertThat(any.json().get("id")).isNotEqualTo(message.json().get("id"));
    }
  }

  @Test
  void whatIsRefusedComesAgain() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      waha.awaitQuiet();
      waha.receiver.refuse(5);
      waha.write("{'customer':'siti','text':'halo'}", "message");
      waha.awaitWebhook("message.any", 1);
      assertThat(waha.receiver.all().stream().filter(Webhook::refused)).hasSize(5);
    }
  }

  @Test
  void aPersonOnThePhoneIsToldByItsSource() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      waha.post("/simulator/own-messages", "{'customer':'siti','text':'Saya bantu ya bu'}");
      Webhook any = waha.awaitWebhook("message.any", 1).getFirst();
      assertThat(any.payload().get("fromMe").asBoolean()).isTrue();
      assertThat(any.payload().get("source").asText()).isEqualTo("app");
      assertThat(waha.receiver.accepted("message")).isEmpty();
    }
  }
}
