package io.rihla.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.outbound.TextPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecTest {
  static final ConversationEvent EVENT =
      new ConversationEvent(
          "evt_1",
          1,
          2,
          "c_1",
          "conv_1",
          1,
          "default",
          7,
          "m1",
          "customer",
          new PhaseChanged(Phase.LEADS, Phase.INTEREST, "details_asked", "m1", 0.9, null));

  @Test
  void aMessageComesBackAsItWas() {
    Codec<ConversationEvent> codec = Codec.of(ConversationEvent.class);
    assertThat(codec.decode(codec.encode(EVENT))).isEqualTo(EVENT);
  }

  @Test
  void listsAndNestedUnionsComeBackAsTheyWere() {
    OutboundReply reply =
        new OutboundReply(
            "r1",
            "c_1",
            "conv_1",
            "default",
            "62811@c.us",
            io.rihla.schemas.conversation.Author.BOT,
            5,
            List.of("m1"),
            List.of(
                new ReplyPart("p1", new TextPart("Assalamu'alaikum 🕋")),
                new ReplyPart("p2", new PositionPart(-6.1, 106.8, "Kantor"))));
    Codec<OutboundReply> codec = Codec.of(OutboundReply.class);
    assertThat(codec.decode(codec.encode(reply))).isEqualTo(reply);
  }

  @Test
  void jsonHasTheFieldNamesOfTheSchema() {
    assertThat(RecordData.json(EVENT.payload()))
        .isEqualTo(
            "{\"from\": \"LEADS\", \"to\": \"INTEREST\", \"trigger\": \"details_asked\","
                + " \"message_id\": \"m1\", \"confidence\": 0.9, \"prompt_version\": null}");
  }

  @Test
  void bytesOfAnUnknownSchemaAreUnreadable() {
    byte[] bytes = Codec.of(ConversationEvent.class).encode(EVENT);
    bytes[2] ^= 1;
    assertThatThrownBy(() -> Codec.of(ConversationEvent.class).decode(bytes))
        .isInstanceOf(UnreadableMessage.class);
    assertThatThrownBy(() -> Codec.of(ConversationEvent.class).decode(new byte[0]))
        .isInstanceOf(UnreadableMessage.class);
    assertThatThrownBy(() -> Codec.of(ConversationEvent.class).decode("{\"a\":1}".getBytes()))
        .isInstanceOf(UnreadableMessage.class);
  }
}
