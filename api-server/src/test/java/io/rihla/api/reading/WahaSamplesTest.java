package io.rihla.api.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.schemas.whatsapp.Ack;
import io.rihla.schemas.whatsapp.AdReferral;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageEdit;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.OwnMessage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WahaSamplesTest {
  static List<Samples.Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleReadsAsExpected(Samples.Sample sample) {
    Reading reading = new WahaReader().read(sample.body());
    JsonNode expect = sample.expect();
    String kind = expect.get("kind").asText();
    switch (kind) {
      case "inbound_text", "inbound_image", "inbound_location", "duplicate_of" ->
          message(kind, (Inbound) reading, expect);
      case "human_outbound" -> own((Inbound) reading, expect);
      case "group_ignore" -> {
        Ignored ignored = (Ignored) reading;
        assertThat(ignored.reason()).isEqualTo(Ignored.Reason.NOT_DIRECT);
        assertThat(ignored.chat().orElseThrow()).hasToString(expect.get("chat").asText());
      }
      case "ack" -> assertThat(ack(reading)).isEqualTo(expect.get("ack").asText());
      case "session" ->
          assertThat(((SessionStatus) reading).status()).isEqualTo(expect.get("status").asText());
      case "edit" -> {
        MessageEdit edit = (MessageEdit) ((Inbound) reading).signal();
        assertThat(edit.targetId()).isEqualTo(expect.get("target").asText());
        assertThat(edit.text()).isEqualTo(expect.get("text").asText());
      }
      case "ignore" -> assertThat(reading).isInstanceOf(Ignored.class);
      default -> throw new AssertionError("no assertion for " + kind);
    }
  }

  private static void message(String kind, Inbound inbound, JsonNode expect) {
    InboundMessage message = (InboundMessage) inbound.signal();
    assertThat(inbound.fromMe()).isFalse();
    if (kind.startsWith("inbound_")) {
      assertThat(message.kind())
          .isEqualTo(
              MessageKind.valueOf(kind.substring("inbound_".length()).toUpperCase(Locale.ROOT)));
    }
    if (expect.has("phone")) {
      assertThat(inbound.contact().phone()).contains(expect.get("phone").asText());
    }
    if (expect.has("text")) {
      assertThat(message.text()).isEqualTo(expect.get("text").asText());
    }
    if (expect.has("lat")) {
      assertThat(message.location().latitude()).isEqualTo(expect.get("lat").asDouble());
    }
    if (expect.has("dedupe_group")) {
      assertThat(inbound.messageId()).isEqualTo(expect.get("dedupe_group").asText());
      assertThat(inbound.contact().phone()).contains("6281100000011");
    }
    if (expect.has("ad")) {
      AdReferral ad = message.ad();
      assertThat(ad.sourceId()).isEqualTo(expect.at("/ad/source_id").asText());
      assertThat(ad.ctwaClid()).isEqualTo(expect.at("/ad/ctwa_clid").asText());
      assertThat(ad.sourceUrl()).isEqualTo(expect.at("/ad/source_url").asText());
      assertThat(ad.sourceApp()).isEqualTo(expect.at("/ad/source_app").asText());
    }
  }

  private static void own(Inbound inbound, JsonNode expect) {
    assertThat(inbound.fromMe()).isTrue();
    assertThat(((OwnMessage) inbound.signal()).source()).isEqualTo("app");
    assertThat(inbound.contact().phone()).contains(expect.get("phone").asText());
    assertThat(inbound.contact().name()).as("our own push name is not the customer's").isEmpty();
  }

  private static String ack(Reading reading) {
    return switch (reading) {
      case Inbound(var _, var _, var _, var _, var _, var _, var _, var _, var _, Ack ack) ->
          ack.level().name();
      case Ignored ignored when ignored.reason() == Ignored.Reason.SELF_READ -> "self_read";
      case Ignored ignored -> ignored.ack().orElseThrow().name();
      default -> throw new AssertionError(reading);
    };
  }
}
