package io.rihla.launcher.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.demo.AnswerKey;
import io.rihla.launcher.demo.KafkaSeason;
import io.rihla.launcher.demo.Season;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a run with a made-up season, and writes down the figures that must come out of it. */
@Command(
    name = "demo",
    description = {
      "Write a season of made-up customers straight into the log of a run, as it would be there,",
      "and the figures it must lead to into a file for ./rihla verify --key (docs/demo.md)."
    })
public final class DemoCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--customers", description = "How many people write (default: 2000)")
  private int customers = 2_000;

  @Option(names = "--days", description = "How many days the season lasts (default: 30)")
  private int days = 30;

  @Option(names = "--seed", description = "The same seed and end make the same season (default: 1)")
  private long seed = 1;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "When the season ends, as 2027-01-31T12:00:00Z (default: now)")
  private @Nullable String until;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Where the figures go (default: demo-key.json in the data directory)")
  private @Nullable Path key;

  @Override
  public Integer call() throws IOException {
    DataDirectory directory = data.directory();
    Season season = season(directory);
    Path file = key == null ? directory.root().resolve("demo-key.json") : key;
    long begin = System.nanoTime();
    KafkaSeason written =
        KafkaSeason.write(
            season, Endpoints.of(System.getenv(), new Ports(directory.ports())).kafka());
    double seconds = (System.nanoTime() - begin) / 1e9;
    AnswerKey figures = written.key();
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    System.out.printf(
        "%,d events of %,d customers in %.1f s (%,.0f records/s), session %s%n",
        figures.events(), customers, seconds, written.records() / seconds, season.session());
    System.out.println("The figures are in " + file);
    return 0;
  }

  private Season season(DataDirectory directory) {
    Secrets secrets =
        Secrets.load(directory.secrets(), System.getenv())
            .orElseThrow(
                () ->
                    new Refusal(
                        "Nothing runs on %s yet: start Rihla with ./rihla up%s."
                            .formatted(directory.root(), data.argument())));
    try {
      return new Season(customers, days, seed, end(), zone(), secrets.get("RIHLA_PSEUDONYM_KEY"));
    } catch (IllegalArgumentException e) {
      throw new Refusal(e.getMessage() + ": choose other --customers or --days.", e);
    }
  }

  private Instant end() {
    String given = until;
    try {
      return given == null ? Instant.now() : Instant.parse(given);
    } catch (DateTimeException e) {
      throw new Refusal("--until is '%s': write it like 2027-01-31T12:00:00Z.".formatted(given), e);
    }
  }

  private static ZoneId zone() {
    String name = System.getenv().getOrDefault("RIHLA_TIMEZONE", "");
    return ZoneId.of(name.isBlank() ? "Asia/Jakarta" : name);
  }
}
