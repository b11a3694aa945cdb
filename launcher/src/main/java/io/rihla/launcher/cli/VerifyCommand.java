package io.rihla.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.demo.AnswerKey;
import io.rihla.launcher.demo.PlayedKey;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.verify.Finding;
import io.rihla.launcher.verify.Report;
import io.rihla.launcher.verify.Verification;
import io.rihla.launcher.verify.Violation;
import io.rihla.launcher.verify.figures.Figures;
import io.rihla.launcher.verify.figures.FiguresRun;
import io.rihla.launcher.verify.read.Run;
import io.rihla.launcher.verify.rules.ConversationRules;
import io.rihla.launcher.verify.rules.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves from what a run left behind that nothing was lost, doubled or said out of turn. */
@Command(
    name = "verify",
    description = {
      "Check a run against the promises in docs/verify.md, from Kafka, the simulator and ClickHouse.",
      "Exits with 0 when every promise is kept, with 1 when one is not."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "For programs")
  private boolean json;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      description = "Wait so long for what is on its way (default: 15)")
  private int settle = 15;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "Younger than this may still be on its way (default: 120)")
  private int patience = 120;

  @Option(
      names = "--show",
      paramLabel = "COUNT",
      description = "Violations to name for each promise (default: 5)")
  private int show = 5;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      description = "conversations or figures (default: both)")
  private @Nullable What only;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Compare the figures with this answer key of ./rihla demo, too")
  private @Nullable Path key;

  @Option(
      names = "--jobs-patience",
      paramLabel = "SECONDS",
      description = "How long the jobs may need to read to the end of the log (default: 120)")
  private int jobsPatience = 120;

  /** What can be verified. */
  enum What {
    CONVERSATIONS,
    FIGURES
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Report report = new Report(System.currentTimeMillis(), 0, List.of());
    if (only != What.FIGURES) {
      Run run = Run.of(data.directory(), System.getenv());
      Patience allowed = Patience.ofThinking(Duration.ofSeconds(patience));
      report =
          new Verification(ConversationRules.groups(allowed), run::read)
              .run(Duration.ofSeconds(settle));
    }
    if (only != What.CONVERSATIONS) {
      report = report.with(figures().check(Duration.ofSeconds(jobsPatience)));
    }
    if (json) {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      print(report);
    }
    return report.holds() ? 0 : 1;
  }

  private Figures figures() throws IOException {
    Path file = key;
    FiguresRun run = FiguresRun.of(data.directory(), System.getenv());
    if (file == null) {
      return new Figures(run, Optional.empty(), Optional.empty());
    }
    if (!Files.isReadable(file)) {
      throw new Refusal("--key %s cannot be read: ./rihla demo writes it.".formatted(file));
    }
    ObjectMapper reader = new ObjectMapper();
    JsonNode json = reader.readTree(file.toFile());
    return json.has("played")
        ? new Figures(run, Optional.empty(), Optional.of(reader.treeToValue(json, PlayedKey.class)))
        : new Figures(
            run, Optional.of(reader.treeToValue(json, AnswerKey.class)), Optional.empty());
  }

  private void print(Report report) {
    List<List<String>> rows =
        report.findings().stream()
            .map(
                finding ->
                    List.of(
                        finding.rule(),
                        Long.toString(finding.checked()),
                        Integer.toString(finding.pending().size()),
                        Integer.toString(finding.violations().size()),
                        finding.promise()))
            .toList();
    System.out.print(
        Table.of(List.of("rule", "checked", "pending", "violations", "promise"), rows));
    report
        .findings()
        .forEach(
            finding ->
                finding
                    .remarks()
                    .forEach(remark -> System.out.println(finding.rule() + ": " + remark)));
    report.findings().forEach(this::name);
    System.out.println(
        report.settled()
            ? "Every promise is kept."
            : report.holds()
                ? "No promise is broken; something is still on its way."
                : "A promise is broken.");
  }

  private void name(Finding finding) {
    for (Violation violation : finding.violations().stream().limit(show).toList()) {
      System.out.printf(
          "%s: %s%s%n",
          finding.rule(),
          violation.customer().isEmpty() ? "" : violation.customer() + " ",
          violation.what());
    }
    int more = finding.violations().size() - show;
    if (more > 0) {
      System.out.printf("%s: %d more%n", finding.rule(), more);
    }
  }
}
