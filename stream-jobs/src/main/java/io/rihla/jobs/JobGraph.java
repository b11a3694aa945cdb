package io.rihla.jobs;

import io.rihla.jobs.archive.ArchiveJob;
import io.rihla.jobs.archive.EventRow;
import io.rihla.jobs.archive.MessageRow;
import io.rihla.jobs.bench.DiscardJob;
import io.rihla.jobs.campaigns.CampaignsJob;
import io.rihla.jobs.campaigns.TopicRecord;
import io.rihla.jobs.deadletters.DeadLetters;
import io.rihla.jobs.dropoff.DropOffJob;
import io.rihla.jobs.funnel.FunnelJob;
import io.rihla.jobs.performance.PerformanceJob;
import io.rihla.jobs.questions.ClusterRow;
import io.rihla.jobs.questions.MergeRow;
import io.rihla.jobs.questions.QuestionsJob;
import io.rihla.jobs.questions.outcome.MemberRow;
import io.rihla.jobs.sink.ClickHouseAddress;
import io.rihla.jobs.sink.ClickHouseSink;
import io.rihla.jobs.sink.TableRow;
import io.rihla.jobs.source.ConversationLog;
import io.rihla.jobs.source.LogRecord;
import io.rihla.jobs.source.UnreadableRecord;
import io.rihla.schemas.topics.Topic;
import io.rihla.schemas.topics.Topics;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** All jobs on one source: the log is read once, whatever is computed from it. */
public record JobGraph(
    Source<LogRecord, ?, ?> source,
    Sink<UnreadableRecord> unreadable,
    ClickHouseAddress clickHouse,
    DeadLetters deadLetters,
    Source<TopicRecord, ?, ?> campaigns,
    Measures measures) {

  public void define(StreamExecutionEnvironment environment, Set<String> jobs) {
    ConversationLog log = ConversationLog.define(environment, source);
    log.unreadable().sinkTo(unreadable).name("dead-letters").uid("dead-letters");
    if (jobs.contains(DiscardJob.NAME)) {
      DiscardJob.define(log.events());
    }
    if (jobs.contains(ArchiveJob.NAME)) {
      ArchiveJob.Rows archive = ArchiveJob.define(log.events());
      keep(archive.events(), EventRow.TABLE);
      keep(archive.messages(), MessageRow.TABLE);
    }
    if (jobs.contains(FunnelJob.NAME)) {
      keep(FunnelJob.define(log.events(), measures.zone()), FunnelJob.JOURNEYS);
    }
    if (jobs.contains(DropOffJob.NAME)) {
      keep(DropOffJob.define(log.events(), measures.limits()), DropOffJob.DROP_OFFS);
    }
    if (jobs.contains(CampaignsJob.NAME)) {
      CampaignsJob.Rows rows = CampaignsJob.define(environment, campaigns, measures.zone());
      keep(rows.campaigns(), CampaignsJob.CAMPAIGNS, Topics.CAMPAIGNS);
      keep(rows.insights(), CampaignsJob.INSIGHTS, Topics.ADS_ACTIVITY);
      keep(rows.clicks(), CampaignsJob.CLICKS, Topics.ADS_ACTIVITY);
      rows.unreadable()
          .sinkTo(unreadable)
          .name("dead-letters of campaigns")
          .uid("dead-letters-campaigns");
    }
    if (jobs.contains(PerformanceJob.NAME)) {
      PerformanceJob.Rows rows = PerformanceJob.define(log.events(), measures.prices());
      keep(rows.answers(), PerformanceJob.ANSWERS);
      keep(rows.episodes(), PerformanceJob.EPISODES);
    }
    if (jobs.contains(QuestionsJob.NAME)) {
      QuestionsJob.Rows questions = QuestionsJob.define(log.events(), measures.embeddings());
      keep(questions.clusters(), ClusterRow.TABLE);
      keep(questions.merges(), MergeRow.TABLE);
      keep(questions.members(), MemberRow.TABLE);
    }
  }

  private <T extends TableRow> void keep(DataStream<T> rows, String table) {
    keep(rows, table, Topics.CONVERSATION_EVENTS);
  }

  private <T extends TableRow> void keep(DataStream<T> rows, String table, Topic<?> topic) {
    rows.sinkTo(new ClickHouseSink<T>(clickHouse, table, topic.name(), deadLetters))
        .name("table " + table)
        .uid("table-" + table);
  }
}
