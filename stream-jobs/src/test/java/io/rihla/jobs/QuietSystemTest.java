package io.rihla.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.jobs.archive.ArchiveJob;
import io.rihla.jobs.campaigns.CampaignsJob;
import io.rihla.jobs.dropoff.DropOffJob;
import io.rihla.jobs.funnel.FunnelJob;
import io.rihla.jobs.performance.PerformanceJob;
import io.rihla.jobs.runtime.FlinkSettings;
import io.rihla.jobs.sink.FakeClickHouse;
import io.rihla.jobs.sink.FakeClickHouse.Fault;
import io.rihla.jobs.source.LogRecord;
import io.rihla.jobs.source.LogRecordType;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuietSystemTest {
  private static final Set<String> ALL =
      Set.of(
          ArchiveJob.NAME, FunnelJob.NAME, DropOffJob.NAME, CampaignsJob.NAME, PerformanceJob.NAME);

  @RegisterExtension
  private static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @Test
  void aCustomerWhoFellSilentIsToldWithNothingButTicks() throws Exception {
    try (FakeClickHouse clickHouse = new FakeClickHouse(() -> Fault.NONE)) {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(
              FlinkSettings.everywhere(2, Duration.ofMillis(200)));
      new JobGraph(
              new DataGeneratorSource<>(
                  new HourlyTicks(),
                  Long.MAX_VALUE,
                  RateLimiterStrategy.perSecond(200),
                  LogRecordType.logRecord(LogRecord.class)),
              new CollectedLetters("quiet"),
              clickHouse.address(),
              new NoBadRows(),
              AdsRecords.source(),
              AdsRecords.MEASURES)
          .define(environment, ALL);
      JobClient running = environment.executeAsync();
      try {
        await()
            .atMost(Duration.ofSeconds(90))
            .untilAsserted(() -> assertThat(clickHouse.rows(DropOffJob.DROP_OFFS)).isNotEmpty());
      } finally {
        running.cancel().get();
      }
      var dropOff = clickHouse.rows(DropOffJob.DROP_OFFS).get(0);
      assertThat(dropOff.get("phase").asText()).isEqualTo("LEADS");
      assertThat(dropOff.get("dropped_at").asLong())
          .isEqualTo(Story.START + Duration.ofDays(3).toMillis());
      assertThat(dropOff.get("version").asLong()).isEqualTo(2 * 1 + 1);
      assertThat(clickHouse.rows(CampaignsJob.CLICKS)).hasSize(1);
      assertThat(clickHouse.rows(CampaignsJob.INSIGHTS)).hasSize(1);
      assertThat(clickHouse.rows(CampaignsJob.CAMPAIGNS)).hasSize(1);
      assertThat(clickHouse.rows(FunnelJob.JOURNEYS)).isNotEmpty();
      assertThat(clickHouse.rows(PerformanceJob.EPISODES)).isNotEmpty();
    }
  }

  /** A customer says one thing; from then on only hours pass. */
  private static final class HourlyTicks implements GeneratorFunction<Long, LogRecord> {
    private static final long serialVersionUID = 1;

    @Override
    public LogRecord map(Long index) {
      if (index < 2) {
        List<SourcedEvent> said = new Story("c_quiet").opens().writes("m1").log();
        return new SourcedEvent(said.get(index.intValue()).event(), 0, index);
      }
      long time = Story.START + index * Duration.ofHours(1).toMillis();
      return new SourcedEvent(tick(time, new Tick(0)), 0, index);
    }

    private static ConversationEvent tick(long time, EventPayload payload) {
      return new ConversationEvent(
          "tick", time, time, "tick-0", "", 0, "", 0, "", "system", payload);
    }
  }
}
