package io.rihla.launcher.bench;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Installation;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.supervise.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The process of the stream jobs, with some of them, from the beginning of the log. */
final class JobProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 20;

  private final Process process;
  private final Path log;
  private final Health health;

  private JobProcess(Process process, Path log, Health health) {
    this.process = process;
    this.log = log;
    this.health = health;
  }

  static JobProcess start(
      DataDirectory data, String jobs, List<String> flags, Map<String, String> variables)
      throws IOException {
    Installation installation = Installation.current();
    String name = "bench-" + jobs.replace(',', '-');
    int port = new Ports(data.ports()).free(name);
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC");
    command.addAll(flags);
    command.addAll(List.of("-cp", installation.classPath("stream-jobs")));
    command.addAll(List.of("io.rihla.jobs.StreamJobs", "--jobs", jobs));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(variables);
    builder.environment().put("JOBS_REST_PORT", Integer.toString(port));
    builder.environment().put("JOBS_STATE_DIR", data.root().resolve(name).toString());
    Path log = data.log(name);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new JobProcess(
        builder.start(), log, Health.flinkJobs("http://127.0.0.1:%d".formatted(port)));
  }

  long pid() {
    return process.pid();
  }

  void awaitRunning() throws InterruptedException {
    long begin = System.nanoTime();
    while (!health.good()) {
      check();
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new Refusal("The jobs do not run: see %s.".formatted(log));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Refuses when the process has ended. */
  void check() {
    if (!process.isAlive()) {
      throw new Refusal("The jobs ended: see %s.".formatted(log));
    }
  }

  @Override
  public void close() {
    process.destroy();
    var unused = process.onExit().join();
  }
}
