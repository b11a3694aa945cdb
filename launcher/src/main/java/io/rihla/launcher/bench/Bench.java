package io.rihla.launcher.bench;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.RunState;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.local.Token;
import io.rihla.launcher.run.DetachedRun;
import io.rihla.launcher.run.LocalRun;
import io.rihla.launcher.run.TableOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Measures a run that is there, or one that it starts for itself and throws away afterwards. */
public final class Bench {
  /** What can be measured. */
  public enum What {
    UP,
    MEMORY,
    REPLY,
    CONVERSATIONS,
    WEBHOOK,
    FIGURES,
    JOBS,
    QUESTIONS
  }

  private static final int CUSTOMERS = 60;

  /** What needs no desk. */
  private static final Set<What> ALONE = EnumSet.of(What.JOBS, What.QUESTIONS);

  private final List<What> wanted;
  private final int rate;
  private final Duration length;
  private final List<Figure> figures = new ArrayList<>();

  public Bench(List<What> wanted, int rate, Duration length) {
    this.wanted = wanted;
    this.rate = rate;
    this.length = length;
  }

  /** The figures of the run on this directory. */
  public List<List<String>> ofRunning(DataDirectory data) throws IOException, InterruptedException {
    measure(data, System.getenv());
    if (wanted.contains(What.FIGURES)) {
      figures.addAll(pages(data, System.getenv()).measure());
    }
    if (wanted.contains(What.JOBS)) {
      figures.add(new Figure("jobs", "only without a run: stop it or give another --data", "-"));
    }
    questions();
    return rows();
  }

  /** The figures of a fresh run, without quiet window and typing. */
  public List<List<String>> ofFresh() throws IOException, InterruptedException, ExecutionException {
    if (wanted.contains(What.JOBS)) {
      jobs();
    }
    if (!ALONE.containsAll(wanted)) {
      everything();
    }
    questions();
    return rows();
  }

  private void questions() throws IOException, InterruptedException {
    if (wanted.contains(What.QUESTIONS)) {
      figures.add(new QuestionsLoad().measure());
    }
  }

  /** The jobs alone, with nothing beside them but what they read and write. */
  private void jobs() throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("rihla-bench");
    DataDirectory data = new DataDirectory(folder.resolve("data"));
    new DetachedRun(data, JobsThroughput.NEEDED, Map.of()).start();
    try {
      figures.addAll(new JobsThroughput(data, System.getenv()).measure());
    } finally {
      stop(data);
      data.delete();
    }
  }

  private void everything() throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("rihla-bench");
    DataDirectory data = new DataDirectory(folder.resolve("data"));
    Map<String, String> variables =
        Map.of(
            "RIHLA_QUIET_WINDOW_MS", "0",
            "RIHLA_TYPING", "none",
            "RIHLA_PORT", Integer.toString(new Ports(folder.resolve("bench.ports")).free("api")));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(variables);
    long begin = System.nanoTime();
    new DetachedRun(data, LocalRun.ALL, variables).start();
    double seconds = (System.nanoTime() - begin) / 1e9;
    try {
      if (wanted.contains(What.UP)) {
        figures.add(
            new Figure("up (built, empty data) -> ready", "%.1f s".formatted(seconds), "<= 40 s"));
      }
      measure(data, environment);
      if (wanted.contains(What.FIGURES)) {
        FigurePages pages = pages(data, environment);
        BenchTarget target = BenchTarget.of(data, environment);
        pages.fill(target.kafka(), secrets(data, environment).get("RIHLA_PSEUDONYM_KEY"));
        figures.addAll(pages.measure());
      }
    } finally {
      stop(data);
      data.delete();
    }
  }

  private void measure(DataDirectory data, Map<String, String> environment)
      throws IOException, InterruptedException {
    BenchTarget target = BenchTarget.of(data, environment);
    if (wanted.contains(What.MEMORY)) {
      figures.add(new Memory(state(data)).measure());
    }
    if (wanted.contains(What.REPLY)) {
      // the first conversations meet cold code
      new Conversations(target, CUSTOMERS / 3).measure();
      figures.addAll(new Conversations(target, CUSTOMERS).measure());
    }
    if (wanted.contains(What.CONVERSATIONS)) {
      figures.addAll(new Throughput(target).measure());
    }
    if (wanted.contains(What.WEBHOOK)) {
      figures.addAll(new WebhookLoad(target, rate, length).measure());
    }
  }

  private static FigurePages pages(DataDirectory data, Map<String, String> environment) {
    Secrets secrets = secrets(data, environment);
    return new FigurePages(
        Endpoints.of(environment, new Ports(data.ports())).api(),
        Token.sign(secrets.get("RIHLA_JWT_KEY"), "bench", "marketing_admin", Duration.ofHours(1)),
        TableOwner.of(data, environment));
  }

  private static Secrets secrets(DataDirectory data, Map<String, String> environment) {
    return Secrets.load(data.secrets(), environment)
        .orElseThrow(() -> new Refusal("Nothing ever ran on %s.".formatted(data.root())));
  }

  private static RunState state(DataDirectory data) {
    return RunState.read(data.state())
        .orElseThrow(() -> new Refusal("Nothing runs on %s.".formatted(data.root())));
  }

  private static void stop(DataDirectory data) throws InterruptedException, ExecutionException {
    Optional<ProcessHandle> supervisor = ProcessHandle.of(state(data).pid());
    if (supervisor.isPresent()) {
      supervisor.get().destroy();
      supervisor.get().onExit().get();
    }
  }

  private List<List<String>> rows() {
    return figures.stream()
        .map(figure -> List.of(figure.name(), figure.measured(), figure.wished()))
        .toList();
  }
}
