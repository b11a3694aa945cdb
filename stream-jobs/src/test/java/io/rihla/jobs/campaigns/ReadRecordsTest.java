package io.rihla.jobs.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.jobs.AdsRecords;
import io.rihla.jobs.Story;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class ReadRecordsTest {
  @Test
  void spendIsExactAndALaterImportHasTheHigherVersion() throws Exception {
    JsonNode first = insight(AdsRecords.activity(9, AdsRecords.insight("150000.10", 1_000)));
    JsonNode later = insight(AdsRecords.activity(4, AdsRecords.insight("150000.30", 1_001)));
    JsonNode sameTime = insight(AdsRecords.activity(10, AdsRecords.insight("1", 1_000)));

    assertThat(first.get("spend").asText()).isEqualTo("150000.1");
    assertThat(later.get("version").asLong()).isGreaterThan(first.get("version").asLong());
    assertThat(sameTime.get("version").asLong())
        .isBetween(first.get("version").asLong() + 1, later.get("version").asLong() - 1);
  }

  @Test
  void aClickIsOfTheDayOfTheAgency() throws Exception {
    JsonNode click = row(ReadRecords.CLICKS, AdsRecords.activity(1, AdsRecords.click(true)));

    assertThat(click.get("day").asText()).isEqualTo("2027-01-25");
    assertThat(click.get("clicked_at").asLong()).isEqualTo(Story.START);
    assertThat(click.get("bot").asInt()).isEqualTo(1);
  }

  @Test
  void aRemovedCampaignIsWithdrawn() throws Exception {
    try (var harness = harness()) {
      harness.processElement(AdsRecords.campaign(1, List.of("ad-1", "ad-2")), 0);
      harness.processElement(AdsRecords.record(Topics.CAMPAIGNS.name(), 2, new byte[0]), 0);

      JsonNode kept = json(harness.extractOutputValues().get(0));
      JsonNode removed = json(harness.extractOutputValues().get(1));
      assertThat(kept.get("ad_ids")).hasSize(2);
      assertThat(removed.get("campaign")).isEqualTo(kept.get("campaign"));
      assertThat(removed.get("is_deleted").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whatNobodyCanReadIsPutAsideUnderItsTopic() throws Exception {
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    try (var harness = harness()) {
      harness.processElement(AdsRecords.record(Topics.ADS_ACTIVITY.name(), 5, garbage), 0);
      harness.processElement(AdsRecords.activity(6, AdsRecords.insight("much", 1)), 0);

      assertThat(harness.getSideOutput(ReadRecords.UNREADABLE))
          .extracting(record -> record.getValue().topic(), record -> record.getValue().offset())
          .containsExactly(tuple("ads.activity", 5L), tuple("ads.activity", 6L));
    }
  }

  private static JsonNode insight(TopicRecord record) throws Exception {
    return row(ReadRecords.INSIGHTS, record);
  }

  private static JsonNode row(OutputTag<VersionedRow> tag, TopicRecord record) throws Exception {
    try (var harness = harness()) {
      harness.processElement(record, 0);
      return json(harness.getSideOutput(tag).element().getValue());
    }
  }

  private static JsonNode json(VersionedRow row) throws Exception {
    return new ObjectMapper().readTree(row.json());
  }

  private static OneInputStreamOperatorTestHarness<TopicRecord, VersionedRow> harness()
      throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<TopicRecord, VersionedRow>(
            new ProcessOperator<>(new ReadRecords(ZoneId.of("Asia/Jakarta"))));
    harness.open();
    return harness;
  }
}
