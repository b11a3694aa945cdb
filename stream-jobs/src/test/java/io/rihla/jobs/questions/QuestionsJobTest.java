package io.rihla.jobs.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.questions.outcome.MemberRow;
import io.rihla.jobs.runtime.FlinkSettings;
import io.rihla.jobs.source.LogRecordType;
import io.rihla.jobs.source.SourcedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuestionsJobTest {
  @RegisterExtension
  private static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @Test
  void customersWhoAskTheSameMeetInOneCluster() throws Exception {
    List<SourcedEvent> events = new ArrayList<>();
    events.addAll(
        new Conversation("c_ani", 1)
            .asks("halo", "berapa harga paketnya kak")
            .asks("hotelnya jauh ga dari masjid")
            .events());
    events.addAll(new Conversation("c_budi", 2).asks("hrga paket brp ya").isEscalated().events());
    events.addAll(
        new Conversation("c_citra", 3).asks("jarak hotel ke masjid berapa meter").events());
    Configuration flink = FlinkSettings.everywhere(2, Duration.ofMillis(200));
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(flink);
    DataStream<SourcedEvent> log =
        environment.fromData(events, LogRecordType.logRecord(SourcedEvent.class));

    Map<String, MemberRow> latest = new HashMap<>();
    try (CloseableIterator<MemberRow> rows =
        QuestionsJob.define(log, Optional.empty()).members().executeAndCollect()) {
      rows.forEachRemaining(
          row ->
              latest.merge(
                  row.member().question().questionId(),
                  row,
                  (one, other) -> one.version() > other.version() ? one : other));
    }

    assertThat(latest).containsOnlyKeys("c_ani-m2", "c_ani-m3", "c_budi-m1", "c_citra-m1");
    assertThat(cluster(latest, "c_ani-m2")).isEqualTo(cluster(latest, "c_budi-m1"));
    assertThat(cluster(latest, "c_ani-m3")).isEqualTo(cluster(latest, "c_citra-m1"));
    assertThat(cluster(latest, "c_ani-m2")).isNotEqualTo(cluster(latest, "c_ani-m3"));
    assertThat(latest.get("c_ani-m2").outcome().success()).isTrue();
    assertThat(latest.get("c_budi-m1").outcome().escalated()).isTrue();
  }

  private static String cluster(Map<String, MemberRow> rows, String question) {
    return rows.get(question).member().clusterId();
  }
}
