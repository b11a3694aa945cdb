package io.rihla.jobs;

import io.rihla.jobs.archive.ArchiveJob;
import io.rihla.jobs.archive.EventRow;
import io.rihla.jobs.archive.MessageRow;
import io.rihla.jobs.deadletters.DeadLetters;
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
    DeadLetters deadLetters) {

  public void define(StreamExecutionEnvironment environment, Set<String> jobs) {
    ConversationLog log = ConversationLog.define(environment, source);
    log.unreadable().sinkTo(unreadable).name("dead-letters").uid("dead-letters");
    if (jobs.contains(ArchiveJob.NAME)) {
      ArchiveJob.Rows archive = ArchiveJob.define(log.events());
      keep(archive.events(), EventRow.TABLE);
      keep(archive.messages(), MessageRow.TABLE);
    }
    if (jobs.contains(QuestionsJob.NAME)) {
      QuestionsJob.Rows questions = QuestionsJob.define(log.events());
      keep(questions.clusters(), ClusterRow.TABLE);
      keep(questions.merges(), MergeRow.TABLE);
      keep(questions.members(), MemberRow.TABLE);
    }
  }

  private <T extends TableRow> void keep(DataStream<T> rows, String table) {
    rows.sinkTo(new ClickHouseSink<T>(clickHouse, table, deadLetters))
        .name("table " + table)
        .uid("table-" + table);
  }
}
