package io.rihla.jobs;

import io.rihla.jobs.archive.ArchiveJob;
import io.rihla.jobs.bench.DiscardJob;
import io.rihla.jobs.campaigns.CampaignsJob;
import io.rihla.jobs.campaigns.TopicRecords;
import io.rihla.jobs.deadletters.KafkaDeadLetters;
import io.rihla.jobs.deadletters.UnreadableRecords;
import io.rihla.jobs.dropoff.DropOffJob;
import io.rihla.jobs.funnel.FunnelJob;
import io.rihla.jobs.performance.PerformanceJob;
import io.rihla.jobs.questions.QuestionsJob;
import io.rihla.jobs.runtime.FlinkSettings;
import io.rihla.jobs.source.ConversationLog;
import io.rihla.schemas.config.ConfigurationException;
import io.rihla.schemas.config.Settings;
import io.rihla.schemas.topics.Topics;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs, in a Flink of its own when {@code JOBS_STATE_DIR} is set, else in the cluster that
 * started it. {@code --jobs archive,funnel} runs only those named.
 */
public final class StreamJobs {
  private static final Logger LOG = LoggerFactory.getLogger(StreamJobs.class);
  private static final Set<String> ALL =
      Set.of(
          ArchiveJob.NAME,
          FunnelJob.NAME,
          DropOffJob.NAME,
          CampaignsJob.NAME,
          PerformanceJob.NAME,
          QuestionsJob.NAME);

  private StreamJobs() {}

  public static void main(String[] arguments) throws Exception {
    Settings settings = new Settings(System.getenv());
    JobsConfig config = JobsConfig.read(settings);
    try {
      Set<String> jobs = chosen(arguments);
      settings.check();
      run(config, jobs);
    } catch (ConfigurationException | IllegalArgumentException e) {
      LOG.error("the jobs cannot start: {}", e.getMessage());
      throw e;
    }
  }

  private static void run(JobsConfig config, Set<String> jobs) throws Exception {
    StreamExecutionEnvironment environment = environment(config);
    new JobGraph(
            ConversationLog.kafka(config.bootstrapServers()),
            UnreadableRecords.kafka(config.bootstrapServers()),
            config.clickHouse(),
            new KafkaDeadLetters(config.bootstrapServers()),
            TopicRecords.kafka(
                config.bootstrapServers(),
                ConversationLog.GROUP + "-campaigns",
                List.of(Topics.ADS_ACTIVITY, Topics.CAMPAIGNS)),
            config.measures())
        .define(environment, jobs);
    LOG.info("jobs {} from {} into {}", jobs, config.bootstrapServers(), config.clickHouse());
    environment.execute();
  }

  private static StreamExecutionEnvironment environment(JobsConfig config) {
    Configuration everywhere =
        FlinkSettings.everywhere(config.parallelism(), config.checkpointInterval());
    if (config.stateDirectory().isEmpty()) {
      return StreamExecutionEnvironment.getExecutionEnvironment(everywhere);
    }
    return StreamExecutionEnvironment.createLocalEnvironment(
        config.parallelism(),
        FlinkSettings.local(
            everywhere, config.stateDirectory().get(), config.restPort(), config.restoreFrom()));
  }

  /** The jobs named by {@code --jobs}, all when there is no such argument. */
  static Set<String> chosen(String[] arguments) {
    if (arguments.length == 0) {
      return ALL;
    }
    if (arguments.length != 2 || !"--jobs".equals(arguments[0])) {
      throw new IllegalArgumentException("the only argument is --jobs with names from " + ALL);
    }
    List<String> names = Arrays.stream(arguments[1].split(",", -1)).map(String::strip).toList();
    for (String name : names) {
      if (!ALL.contains(name) && !DiscardJob.NAME.equals(name)) {
        throw new IllegalArgumentException("no job is called '%s': use %s".formatted(name, ALL));
      }
    }
    return new LinkedHashSet<>(names);
  }
}
