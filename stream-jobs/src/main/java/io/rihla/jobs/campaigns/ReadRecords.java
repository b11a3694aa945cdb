package io.rihla.jobs.campaigns;

import io.rihla.jobs.history.LogPosition;
import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.LogRecordType;
import io.rihla.jobs.source.UnreadableRecord;
import io.rihla.schemas.ads.AdInsight;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.ads.Click;
import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Makes each record of {@code ads.activity} and {@code campaigns} the row it is. */
final class ReadRecords extends ProcessFunction<TopicRecord, VersionedRow> {
  private static final long serialVersionUID = 1;

  static final OutputTag<VersionedRow> CLICKS =
      new OutputTag<>("clicks", TypeInformation.of(VersionedRow.class));
  static final OutputTag<VersionedRow> INSIGHTS =
      new OutputTag<>("insights", TypeInformation.of(VersionedRow.class));
  static final OutputTag<UnreadableRecord> UNREADABLE =
      new OutputTag<>("unreadable", LogRecordType.logRecord(UnreadableRecord.class));

  private final ZoneId zone;

  ReadRecords(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void processElement(TopicRecord record, Context context, Collector<VersionedRow> out) {
    LogPosition position = new LogPosition(record.partition(), record.offset());
    try {
      if (record.topic().equals(Topics.CAMPAIGNS.name())) {
        out.collect(campaign(position, record));
      } else {
        activity(position, record, context);
      }
    } catch (UnreadableMessage | IllegalArgumentException | java.time.DateTimeException e) {
      context.output(
          UNREADABLE,
          new UnreadableRecord(
              record.topic(),
              record.partition(),
              record.offset(),
              record.value(),
              String.valueOf(e.getMessage())));
    }
  }

  private static VersionedRow campaign(LogPosition position, TopicRecord record) {
    return record.removed()
        ? CampaignRows.removed(position, new String(record.key(), StandardCharsets.UTF_8))
        : CampaignRows.campaign(position, Topics.CAMPAIGNS.codec().decode(record.value()));
  }

  private void activity(LogPosition position, TopicRecord record, Context context) {
    AdsActivity activity = Topics.ADS_ACTIVITY.codec().decode(record.value());
    switch (activity.fact()) {
      case Click click -> context.output(CLICKS, AdsRows.click(position, activity, click, zone));
      case AdInsight insight -> context.output(INSIGHTS, AdsRows.insight(position, insight));
    }
  }
}
