package io.rihla.launcher.cli;

import io.rihla.launcher.bench.Bench;
import io.rihla.launcher.bench.Bench.What;
import io.rihla.launcher.local.DataDirectory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures and reports; it does not judge. */
@Command(
    name = "bench",
    description = {
      "Measure the run on --data if there is one, else a fresh one that is deleted afterwards.",
      "A running stack is measured with the quiet window and typing it was started with."
    })
public final class BenchCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--rate", description = "Webhooks per second (default: 500)")
  private int rate = 500;

  @Option(names = "--seconds", description = "Length of the webhook load (default: 20)")
  private int seconds = 20;

  @Parameters(
      arity = "0..*",
      paramLabel = "WHAT",
      description =
          "up, memory, reply, conversations, webhook, figures, jobs or questions (default: all)")
  private List<What> wanted = List.of(What.values());

  @Override
  public Integer call() throws Exception {
    DataDirectory directory = data.directory();
    Bench bench = new Bench(wanted, rate, Duration.ofSeconds(seconds));
    boolean running = directory.inUse();
    List<List<String>> rows = running ? bench.ofRunning(directory) : bench.ofFresh();
    System.out.printf(
        "%d processors, Java %s, %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        running ? "the run on " + directory.root() : "a fresh run");
    System.out.print(Table.of(List.of("figure", "measured", "wished"), rows));
    return 0;
  }
}
