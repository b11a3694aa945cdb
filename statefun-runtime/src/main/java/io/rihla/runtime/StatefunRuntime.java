package io.rihla.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.statefun.flink.core.StatefulFunctionsConfig;
import org.apache.flink.statefun.flink.core.StatefulFunctionsJob;
import org.apache.flink.statefun.flink.core.StatefulFunctionsUniverse;
import org.apache.flink.statefun.flink.core.StatefulFunctionsUniverseProvider;
import org.apache.flink.statefun.flink.core.spi.Modules;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The StateFun runtime in one process, exactly-once from Kafka to Kafka: it goes on from the newest
 * checkpoint that can be read.
 */
public final class StatefunRuntime {
  private static final Logger LOG = LoggerFactory.getLogger(StatefunRuntime.class);

  private StatefunRuntime() {}

  public static void main(String[] arguments) throws Exception {
    RuntimeConfig config = RuntimeConfig.parse(System.getenv());
    StateFolder state = new StateFolder(config.stateDir());
    state.prepare();
    Configuration flink = RuntimeSettings.of(config, state);
    Optional<Path> checkpoint = state.newestReadableCheckpoint();
    checkpoint.ifPresent(folder -> RuntimeSettings.restoreFrom(flink, folder));
    if (checkpoint.isPresent()) {
      tellOfLongStop(checkpoint.get(), config.transactionTimeout());
    }
    LOG.info(
        "starting checkpoint={} module={}",
        checkpoint.map(Path::getFileName).map(Path::toString).orElse("none"),
        config.module());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(config.parallelism(), flink);
    environment.configure(flink, StatefunRuntime.class.getClassLoader());
    StatefulFunctionsConfig functions = StatefulFunctionsConfig.fromFlinkConfiguration(flink);
    functions.setProvider(new ClassPathUniverse());
    StatefulFunctionsJob.main(environment, functions);
  }

  /**
   * What the last checkpoint had written but not yet committed when the runtime stopped is aborted
   * by the broker after that time, and the checkpoint knows nothing of it.
   */
  private static void tellOfLongStop(Path checkpoint, Duration transactionTimeout)
      throws IOException {
    Duration stopped =
        Duration.between(
            Files.getLastModifiedTime(checkpoint.resolve("_metadata")).toInstant(), Instant.now());
    if (stopped.compareTo(transactionTimeout) > 0) {
      LOG.error(
          "stopped for {} s, transactions live {} s: answers decided in the last half second before"
              + " the stop may be lost. Run ./rihla verify; docs/operations.md says what to do",
          stopped.toSeconds(),
          transactionTimeout.toSeconds());
    }
  }

  /** StateFun's own provider for modules on the class path is not public. */
  private static final class ClassPathUniverse implements StatefulFunctionsUniverseProvider {
    @Override
    public StatefulFunctionsUniverse get(ClassLoader loader, StatefulFunctionsConfig config) {
      return Modules.loadFromClassPath(config).createStatefulFunctionsUniverse();
    }
  }
}
