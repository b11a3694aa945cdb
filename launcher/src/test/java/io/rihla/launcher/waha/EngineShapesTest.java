package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineShapesTest {
  private static final String AD =
      "'ad':{'source_id':'1202','source_url':'https://fb.me/x','source_app':'facebook',"
          + "'ctwa_clid':'clid','title':'Umroh','body':'Hemat'}";

  @TempDir Path data;

  @Test
  void nowebNamesTheCustomerAndThePhoneBehindALid() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      JsonNode payload = waha.write("{'customer':'dewi','kind':'location'}", "message").payload();
      assertThat(payload.get("from").asText()).isEqualTo("138203818037365@lid");
      assertThat(payload.at("/location/latitude").isTextual()).isTrue();
      assertThat(payload.at("/_data/key/remoteJidAlt").asText())
          .isEqualTo("6281100000033@s.whatsapp.net");
      assertThat(payload.at("/_data/pushName").asText()).isEqualTo("Dewi Lestari");
      hasAllOf(payload, "31_location_noweb.json");
    }
  }

  @Test
  void nowebCarriesTheAd() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      JsonNode payload =
          waha.write("{'customer':'siti','text':'Halo'," + AD + "}", "message").payload();
      JsonNode context = payload.at("/_data/message/extendedTextMessage/contextInfo");
      assertThat(context.at("/externalAdReply/sourceId").asText()).isEqualTo("1202");
      assertThat(context.at("/externalAdReply/ctwaClid").asText()).isEqualTo("clid");
      assertThat(context.at("/externalAdReply/mediaType").isTextual()).isTrue();
      assertThat(context.get("conversionSource").asText()).isEqualTo("FB_Ads");
    }
  }

  @Test
  void gowsCarriesTheAdInItsOwnCasing() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.GOWS, data)) {
      JsonNode payload =
          waha.write("{'customer':'siti','text':'Halo'," + AD + "}", "message").payload();
      JsonNode ad = payload.at("/_data/Message/extendedTextMessage/contextInfo/externalAdReply");
      assertThat(ad.get("sourceID").asText()).isEqualTo("1202");
      assertThat(ad.get("mediaType").isNumber()).isTrue();
      JsonNode real =
          sample("05_gows_ad_referral_first_message.json")
              .at("/payload/_data/Message/extendedTextMessage/contextInfo/externalAdReply");
      assertThat(names(real)).containsAll(names(ad));
    }
  }

  @Test
  void gowsWritesImagesAndAlternates() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.GOWS, data)) {
      JsonNode payload =
          waha.write("{'customer':'dewi','kind':'image','text':'bukti'}", "message").payload();
      assertThat(payload.at("/_data/Info/SenderAlt").asText())
          .isEqualTo("6281100000033@s.whatsapp.net");
      assertThat(payload.at("/_data/Info/PushName").asText()).isEqualTo("Dewi Lestari");
      assertThat(payload.get("body").asText()).isEqualTo("bukti");
      hasAllOf(payload, "33_image_caption_gows.json");
    }
  }

  @Test
  void webjsTurnsFromAndToWithTheDirection() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.WEBJS, data)) {
      JsonNode in = waha.write("{'customer':'siti','text':'Halo'}", "message").payload();
      assertThat(in.get("from").asText()).isEqualTo("6281100000011@c.us");
      assertThat(in.get("to").asText()).isEqualTo("6281100000099@c.us");
      assertThat(in.at("/_data/notifyName").asText()).isEqualTo("Siti Rahmawati");
      hasAllOf(in, "02_webjs_text_cus.json");
      waha.sendText("6281100000011@c.us", "Waalaikumsalam");
      JsonNode ack = waha.awaitWebhook("message.ack", 1).getFirst().payload();
      assertThat(ack.get("from").asText()).isEqualTo("6281100000099@c.us");
      assertThat(ack.get("body").asText()).isEqualTo("Waalaikumsalam");
    }
  }

  @Test
  void aLidWithoutAlternateIsOnlyKnownByTheLidsCall() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      JsonNode payload = waha.write("{'customer':'ahmad','text':'Halo'}", "message").payload();
      assertThat(payload.toString()).doesNotContain("6281100000055");
      assertThat(waha.get("/api/default/lids/138203818037366%40lid").body().get("pn").asText())
          .isEqualTo("6281100000055@c.us");
      JsonNode unknown = waha.get("/api/default/lids/138203818037367%40lid").body();
      assertThat(unknown.get("pn").isNull()).isTrue();
    }
  }

  @Test
  void editsRevokesAndReactionsNameTheirMessage() throws IOException {
    try (RunningSimulator waha = new RunningSimulator(Engine.NOWEB, data)) {
      waha.write("{'customer':'dewi','text':'9 hari','message_id':'3AAA'}", "message");
      waha.post("/simulator/edits", "{'customer':'dewi','message_id':'3AAA','text':'12 hari'}");
      JsonNode edited = waha.awaitWebhook("message.edited", 1).getFirst().payload();
      assertThat(edited.get("editedMessageId").asText()).isEqualTo("3AAA");
      assertThat(edited.get("body").asText()).isEqualTo("12 hari");
      waha.post("/simulator/reactions", "{'customer':'dewi','message_id':'3AAA','text':'+'}");
      JsonNode reaction = waha.awaitWebhook("message.reaction", 1).getFirst().payload();
      assertThat(reaction.at("/reaction/messageId").asText())
          .isEqualTo("false_138203818037365@lid_3AAA");
      waha.post("/simulator/revokes", "{'customer':'dewi','message_id':'3AAA'}");
      JsonNode revoked = waha.awaitWebhook("message.revoked", 1).getFirst().payload();
      assertThat(revoked.get("revokedMessageId").asText()).isEqualTo("3AAA");
      assertThat(waha.thread("dewi").get(0).get("kind").asText()).isEqualTo("revoked");
    }
  }

  /** The payload has every field of the real one, to two levels of its own fields. */
  private static void hasAllOf(JsonNode payload, String sample) throws IOException {
    JsonNode real = sample(sample).get("payload");
    assertThat(names(payload)).as(sample).containsAll(names(real));
    for (String inside : List.of("media", "location")) {
      if (real.path(inside).isObject()) {
        assertThat(names(payload.get(inside))).as(inside).containsAll(names(real.get(inside)));
      }
    }
    JsonNode key = real.at("/_data/key");
    if (key.isObject()) {
      assertThat(names(payload.at("/_data/key"))).containsAll(names(key));
    }
  }

  private static JsonNode sample(String file) throws IOException {
    return new ObjectMapper().readTree(SignatureTest.sample(file));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
