package io.rihla.jobs.campaigns;

import io.rihla.jobs.sink.VersionedRow;
import io.rihla.jobs.source.UnreadableRecord;
import java.time.ZoneId;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Keeps what campaigns cost and which ads belong to them, each fact once. The figures per campaign
 * and day are a view of these rows and the journeys, so that a mapping that changes, or an import
 * that replaces, corrects every day at once.
 */
public final class CampaignsJob {
  public static final String NAME = "campaigns";
  public static final String CAMPAIGNS = CampaignRows.TABLE;
  public static final String INSIGHTS = AdsRows.INSIGHTS;
  public static final String CLICKS = AdsRows.CLICKS;

  private CampaignsJob() {}

  /** The rows of the three tables, and the records that are none. */
  public record Rows(
      DataStream<VersionedRow> campaigns,
      DataStream<VersionedRow> insights,
      DataStream<VersionedRow> clicks,
      DataStream<UnreadableRecord> unreadable) {}

  public static Rows define(
      StreamExecutionEnvironment environment, Source<TopicRecord, ?, ?> source, ZoneId zone) {
    SingleOutputStreamOperator<VersionedRow> campaigns =
        environment
            .fromSource(
                source,
                WatermarkStrategy.noWatermarks(),
                "ads.activity and campaigns",
                TypeInformation.of(TopicRecord.class))
            .uid("campaigns-source")
            .process(new ReadRecords(zone), TypeInformation.of(VersionedRow.class))
            .name("campaigns: rows")
            .uid("campaigns-rows");
    return new Rows(
        campaigns,
        campaigns.getSideOutput(ReadRecords.INSIGHTS),
        campaigns.getSideOutput(ReadRecords.CLICKS),
        campaigns.getSideOutput(ReadRecords.UNREADABLE));
  }
}
