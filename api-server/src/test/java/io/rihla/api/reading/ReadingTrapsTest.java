package io.rihla.api.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageKind;
import io.rihla.schemas.whatsapp.MessageRevoke;
import io.rihla.schemas.whatsapp.Reaction;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTrapsTest {
  private final WahaReader reader = new WahaReader();

  @Test
  void webjsPutsTheCustomerInToWhenWeWrote() {
    Inbound inbound =
        inbound(
            """
            {"event":"message.any","engine":"WEBJS","me":{"id":"6281100000099@c.us"},"payload":{
            "id":"3EB0BARE","from":"6281100000099@c.us","to":"6281100000011@c.us","fromMe":true,
            "timestamp":1760879430,"body":"x"}}""");
    assertThat(inbound.chat()).hasToString("6281100000011@c.us");
    assertThat(inbound.fromMe()).isTrue();
  }

  @Test
  void aLocationsThumbnailIsNotItsText() {
    InboundMessage message =
        message(
            """
            {"event":"message","engine":"WEBJS","payload":{"id":"false_6281100000011@c.us_L",
            "from":"6281100000011@c.us","fromMe":false,"body":"/9j/4AAQSkZJRg==",
            "location":{"latitude":"-6.17","longitude":"106.82","description":"Monas"},
            "_data":{"type":"location"}}}""");
    assertThat(message.kind()).isEqualTo(MessageKind.LOCATION);
    assertThat(message.text()).isNull();
    assertThat(message.location().name()).isEqualTo("Monas");
  }

  @Test
  void anAdIsFoundUnderEveryMessageTypeAndWrapper() {
    InboundMessage message =
        message(
            """
            {"event":"message","engine":"NOWEB","payload":{"id":"false_6281100000011@c.us_A",
            "from":"6281100000011@c.us","fromMe":false,"body":"hi","_data":{"message":{
            "ephemeralMessage":{"message":{"imageMessage":{"caption":"hi","contextInfo":{
            "conversionSource":"FB_Ads","externalAdReply":{"sourceId":"120","sourceUrl":"u"}}}}}}}}}""");
    assertThat(message.ad().sourceId()).isEqualTo("120");
    assertThat(message.kind()).isEqualTo(MessageKind.IMAGE);
  }

  @Test
  void anOpaqueMarkIsAnUnknownMetaAd() {
    InboundMessage message =
        message(
            """
            {"event":"message","engine":"NOWEB","payload":{"id":"false_6281100000011@c.us_B",
            "from":"6281100000011@c.us","fromMe":false,"body":"hi","_data":{"message":{
            "extendedTextMessage":{"text":"hi","contextInfo":{"ctwaPayload":"AAAA"}}}}}}""");
    assertThat(message.ad()).isNotNull();
    assertThat(message.ad().sourceId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"externalAdReply\":{\"title\":\"a link preview\",\"body\":\"x\"}}",
        "{\"entryPointConversionSource\":\"global_search_new_chat\"}",
        "{\"quotedMessage\":{\"extendedTextMessage\":{\"contextInfo\":{\"externalAdReply\":"
            + "{\"sourceId\":\"120\"}}}}}",
      })
  void linksAndQuotesAreNoAds(String context) {
    InboundMessage message =
        message(
            """
            {"event":"message","engine":"NOWEB","payload":{"id":"false_6281100000011@c.us_C",
            "from":"6281100000011@c.us","fromMe":false,"body":"hi","_data":{"message":{
            "extendedTextMessage":{"text":"hi","contextInfo":%s}}}}}"""
                .formatted(context));
    assertThat(message.ad()).isNull();
  }

  @Test
  void aReactionMayHaveAFractionOfASecondAndBeTakenBack() {
    Inbound inbound =
        inbound(
            """
            {"event":"message.reaction","payload":{"id":"false_6281100000011@c.us_R",
            "from":"6281100000011@c.us","fromMe":false,"timestamp":1760879430.75,
            "reaction":{"text":"","messageId":"true_6281100000011@c.us_TARGET"}}}""");
    assertThat(inbound.signal()).isEqualTo(new Reaction("TARGET", null));
    assertThat(inbound.occurredAt()).hasValue(1_760_879_430_750L);
  }

  @Test
  void aRevokedMessageNamesItsChatOnlyInWhatItBecame() {
    Inbound inbound =
        inbound(
            """
            {"event":"message.revoked","payload":{"before":null,"revokedMessageId":"GONE",
            "after":{"id":"false_6281100000011@c.us_NEW","from":"6281100000011@c.us",
            "fromMe":false,"timestamp":1760879430}}}""");
    assertThat(inbound.signal()).isEqualTo(new MessageRevoke("GONE"));
    assertThat(inbound.contact().phone()).contains("6281100000011");
  }

  @ParameterizedTest
  @ValueSource(strings = {"120363@newsletter", "status@broadcast", "1203@g.us"})
  void onlyChatsWithOnePersonAreKept(String chat) {
    Reading reading =
        reader.read(
            bytes(
                "{\"event\":\"message\",\"payload\":{\"id\":\"false_%s_X\",\"from\":\"%s\"}}"
                    .formatted(chat, chat)));
    assertThat(((Ignored) reading).reason()).isEqualTo(Ignored.Reason.NOT_DIRECT);
  }

  @Test
  void noDamagedBodyIsEverMoreThanUnreadable() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (Samples.Sample sample : Samples.all()) {
      for (int i = 0; i < 200; i++) {
        byte[] damaged = sample.body().clone();
        for (int j = 0; j < 1 + random.nextInt(6); j++) {
          damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
        }
        assertThat(reader.read(damaged)).as("seed %d, %s", seed, sample).isNotNull();
      }
    }
  }

  private Inbound inbound(String body) {
    return (Inbound) reader.read(bytes(body));
  }

  private InboundMessage message(String body) {
    return (InboundMessage) inbound(body).signal();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
