package io.rihla.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.jobs.Events;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import org.junit.jupiter.api.Test;

class EventRowTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void keepsTheHeaderThePositionAndThePayloadUnderTheNamesOfTheTable() throws Exception {
    JsonNode row =
        JSON.readTree(
            EventRow.of(
                    Events.sourced(
                        21, new PhaseChanged(null, Phase.LEADS, "first_contact", null, null, null)))
                .json());

    assertThat(row.get("event_id").asText()).isEqualTo("event-21");
    assertThat(row.get("event_type").asText()).isEqualTo("PhaseChanged");
    assertThat(row.get("event_time").asLong()).isEqualTo(Events.NOON + 21);
    assertThat(row.get("recorded_at").asLong()).isEqualTo(Events.NOON + 61);
    assertThat(row.get("seq").asLong()).isEqualTo(21);
    assertThat(row.get("source_partition").asInt()).isEqualTo(5);
    assertThat(row.get("source_offset").asLong()).isEqualTo(21);
    assertThat(row.at("/payload/to").asText()).isEqualTo("LEADS");
    assertThat(row.at("/payload/from").isNull()).isTrue();
  }

  @Test
  void whateverACustomerWritesStaysOneLineOfJson() throws Exception {
    String text = "\"kak\"\n\\ {\"a\":1} \u0000\u2028 😀 أهلا";

    byte[] line = EventRow.of(Events.sourced(Events.text(text))).json();

    assertThat(line).doesNotContain((byte) '\n');
    assertThat(JSON.readTree(line).at("/payload/text").asText()).isEqualTo(text);
  }
}
