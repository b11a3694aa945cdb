package io.rihla.launcher.run;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.EngineLibrary;
import io.rihla.launcher.clickhouse.Progress;
import io.rihla.launcher.clickhouse.Retention;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Installation;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.RunState;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.supervise.Console;
import io.rihla.launcher.supervise.ProcessSpec;
import io.rihla.launcher.supervise.Supervisor;
import io.rihla.schemas.config.Settings;
import io.rihla.schemas.topics.StatefunModule;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All of Rihla on this machine, from the first check to the last stop. */
public final class LocalRun implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

  /** Every process that a run can have. */
  public static final List<String> ALL =
      List.of("kafka", "clickhouse", "waha", "functions", "statefun", "jobs", "api");

  private final DataDirectory data;
  private final Map<String, String> environment;
  private final Set<String> wanted;
  private final Console console;
  private final String startedAt = Instant.now().toString();
  private final FileLock lock;
  private final Endpoints endpoints;
  private final Secrets secrets;
  private final Supervisor supervisor;
  private volatile boolean ready;

  /** Claims the data directory; refuses when something is in the way, before anything starts. */
  public LocalRun(
      DataDirectory data, Map<String, String> environment, Set<String> wanted, Console console) {
    this.data = data;
    this.environment = environment;
    this.wanted = wanted;
    this.console = console;
    data.prepare();
    this.lock =
        data.lock()
            .orElseThrow(
                () ->
                    new Refusal(
                        "Rihla already runs on %s (pid %s): stop it with ./rihla down, or choose another directory with --data."
                            .formatted(data.root(), runningPid(data))));
    Leftovers.end(data, console);
    Ports ports = new Ports(data.ports());
    this.endpoints = Endpoints.of(environment, ports);
    if (wanted.contains("api")) {
      if (!Ports.isFree(endpoints.apiPort())) {
        throw new Refusal(
            "Port %d is taken: choose a free one with RIHLA_PORT, for example RIHLA_PORT=%d ./rihla up."
                .formatted(endpoints.apiPort(), endpoints.apiPort() + 1));
      }
      ports.remember("api", endpoints.apiPort());
    }
    this.secrets = Secrets.loadOrCreate(data.secrets(), environment);
    this.supervisor = new Supervisor(data.logs(), console, this::writeState);
  }

  private Retention retention() {
    Settings settings = new Settings(environment);
    Retention retention = Retention.read(settings);
    settings.check();
    return retention;
  }

  private static String runningPid(DataDirectory data) {
    return RunState.read(data.state()).map(state -> Long.toString(state.pid())).orElse("unknown");
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  /** Starts everything; returns when all of it is healthy. */
  public void start() throws IOException, InterruptedException {
    Retention retention = retention();
    LocalProcesses processes = new LocalProcesses(Installation.current(), data, endpoints, secrets);
    writeState();
    supervisor.start(infrastructure(processes), START_TIMEOUT);
    if (runs("kafka", endpoints.outsideKafka())
        && runs("clickhouse", endpoints.outsideClickHouse())) {
      new Setup(endpoints.kafka(), clickhouse(), retention).run();
      console.say("topics and tables are in place");
    }
    // ports are chosen here: the module file names one of them
    List<ProcessSpec> product = product(processes);
    Files.writeString(
        data.statefunModule(),
        StatefunModule.render(
            endpoints.kafka(), endpoints.functions() + "/statefun", transactionTimeout()));
    supervisor.start(product, START_TIMEOUT);
    if (wanted.contains("api") && wanted.contains("statefun")) {
      new DemoCatalog(endpoints.api(), secrets.get("RIHLA_JWT_KEY")).importIfEmpty(console);
    }
    ready = true;
    writeState();
  }

  /** Seven days unless a test wants to see what happens after them. */
  private Duration transactionTimeout() {
    Settings settings = new Settings(environment);
    int most = StatefunModule.TRANSACTION_TIMEOUT_MINUTES * 60;
    int seconds = settings.number("RIHLA_TRANSACTION_TIMEOUT_SECONDS", most, 1, most);
    settings.check();
    return Duration.ofSeconds(seconds);
  }

  /** Whether a part is there: started by us or given from outside. */
  private boolean runs(String name, Optional<String> outside) {
    return wanted.contains(name) || outside.isPresent();
  }

  private List<ProcessSpec> infrastructure(LocalProcesses processes)
      throws IOException, InterruptedException {
    List<ProcessSpec> specs = new ArrayList<>();
    if (wanted.contains("clickhouse") && endpoints.outsideClickHouse().isEmpty()) {
      Path library =
          new EngineLibrary(EngineLibrary.userCache(environment), Progress.standard()).locate();
      specs.add(processes.clickhouse(library));
    }
    if (wanted.contains("kafka") && endpoints.outsideKafka().isEmpty()) {
      specs.add(processes.kafka());
    }
    if (wanted.contains("waha") && endpoints.outsideWaha().isEmpty()) {
      specs.add(processes.waha());
    }
    return specs;
  }

  private List<ProcessSpec> product(LocalProcesses processes) {
    List<ProcessSpec> specs = new ArrayList<>();
    for (String name : ALL) {
      if (wanted.contains(name)) {
        switch (name) {
          case "functions" -> specs.add(processes.functions());
          case "statefun" -> specs.add(processes.statefun());
          case "jobs" -> specs.add(processes.jobs());
          case "api" -> specs.add(processes.api());
          default -> {
            // infrastructure
          }
        }
      }
    }
    return specs;
  }

  private ClickHouseClient clickhouse() {
    return new ClickHouseClient(
        endpoints.clickhouse(), endpoints.clickhouseUser(), endpoints.clickhousePassword(secrets));
  }

  private synchronized void writeState() {
    if (lock.isValid()) {
      new RunState(
              ProcessHandle.current().pid(),
              startedAt,
              ready,
              endpoints.api(),
              supervisor.processes().stream().map(LocalRun::running).toList())
          .write(data.state());
    }
  }

  private static RunState.Running running(Supervisor.Status status) {
    return new RunState.Running(
        status.spec().name(),
        status.spec().address(),
        status.pid(),
        status.restarts(),
        status.log().toString(),
        status.spec().health());
  }

  /** Stops everything in the reverse order and gives the data directory free. */
  @Override
  public void close() {
    supervisor.close();
    try {
      synchronized (this) {
        Files.deleteIfExists(data.state());
        lock.acquiredBy().close();
      }
    } catch (IOException e) {
      console.say("the data directory could not be released: " + e.getMessage());
    }
  }
}
