package io.rihla.launcher.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.demo.AnswerKey;
import io.rihla.launcher.demo.KafkaSeason;
import io.rihla.launcher.demo.Play;
import io.rihla.launcher.demo.PlayedSeason;
import io.rihla.launcher.demo.RunDoors;
import io.rihla.launcher.demo.Season;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
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
      "Write a season of made-up customers straight into the log of a run, as it would be there, or play",
      "a small one now, and write the figures it must lead to into a file for ./rihla verify --key",
      "(docs/demo.md)."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int MOST_PLAYED = 500;
  private static final int MOST_BY_ITSELF = 100;
  private static final int PER_SECOND = 10;

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
      names = "--through",
      paramLabel = "WAY",
      description = {
        "kafka writes history into the log; webhook plays now, through the simulator, the webhook and",
        "the api; auto (default) plays up to 100 customers when both answer and no --until is given"
      })
  private Way through = Way.AUTO;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Where the figures go (default: demo-key.json in the data directory)")
  private @Nullable Path key;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      description = "How long a played customer waits before writing again (default: 9)")
  private int pause = 9;

  /** How a season comes into a run. */
  enum Way {
    WEBHOOK,
    KAFKA,
    AUTO
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataDirectory directory = data.directory();
    Season season = season(directory);
    Path file = key == null ? directory.root().resolve("demo-key.json") : key;
    return plays(directory) ? play(season, directory, file) : write(season, directory, file);
  }

  private boolean plays(DataDirectory directory) throws InterruptedException {
    return switch (through) {
      case KAFKA -> false;
      case WEBHOOK -> {
        if (until != null) {
          throw new Refusal("--until is for history: leave it out, a played season happens now.");
        }
        if (customers > MOST_PLAYED) {
          throw new Refusal(
              "%d customers are too many to play: use at most %d, or --through kafka."
                  .formatted(customers, MOST_PLAYED));
        }
        if (!doors(directory).open()) {
          throw new Refusal(
              "The api or the simulator does not answer: start the run with ./rihla up, or use"
                  + " --through kafka.");
        }
        yield true;
      }
      case AUTO -> customers <= MOST_BY_ITSELF && until == null && doors(directory).open();
    };
  }

  private RunDoors doors(DataDirectory directory) {
    return RunDoors.of(
        Endpoints.of(System.getenv(), new Ports(directory.ports())), secrets(directory));
  }

  private int play(Season season, DataDirectory directory, Path file)
      throws IOException, InterruptedException {
    if (pause < 0) {
      throw new Refusal("--pause is %d: give 0 seconds or more.".formatted(pause));
    }
    PlayedSeason played = new PlayedSeason(season, PER_SECOND, Duration.ofSeconds(pause));
    Play play =
        new Play(played, doors(directory), season.day(season.endMillis()), System.out::println);
    int silent = play.run();
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), played.key());
    System.out.println("What was done is in " + file);
    if (silent > 0) {
      System.out.printf("%d customers wait for an answer: see ./rihla verify%n", silent);
    }
    return silent == 0 ? 0 : 1;
  }

  private int write(Season season, DataDirectory directory, Path file) throws IOException {
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
    String secret = secrets(directory).get("RIHLA_PSEUDONYM_KEY");
    try {
      return new Season(customers, days, seed, end(), zone(), secret);
    } catch (IllegalArgumentException e) {
      throw new Refusal(e.getMessage() + ": choose other --customers or --days.", e);
    }
  }

  private Secrets secrets(DataDirectory directory) {
    return Secrets.load(directory.secrets(), System.getenv())
        .orElseThrow(
            () ->
                new Refusal(
                    "Nothing runs on %s yet: start Rihla with ./rihla up%s."
                        .formatted(directory.root(), data.argument())));
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
