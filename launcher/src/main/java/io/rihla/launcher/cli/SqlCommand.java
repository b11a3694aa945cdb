package io.rihla.launcher.cli;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.MaskedViews;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.run.Analyst;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks ClickHouse, as the read-only analyst. */
@Command(
    name = "sql",
    description =
        "Run a query on everything Rihla remembers; without one, from standard input, or asked for"
            + " one after the other at a terminal.")
public final class SqlCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--format",
      description = "A format of ClickHouse, for example JSONEachRow, CSVWithNames or Vertical")
  private String format = "PrettyCompactNoEscapesMonoBlock";

  @Parameters(arity = "0..1", paramLabel = "QUERY")
  private @Nullable String query;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (query == null && terminal.isPresent()) {
      new SqlPrompt(terminal.get().reader(), System.out, this::answerOrSayWhyNot).run();
      return 0;
    }
    answer(query == null ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : query);
    return 0;
  }

  private void answer(String sql) throws IOException, InterruptedException {
    try (InputStream answer =
        Analyst.of(data.directory(), System.getenv()).stream(
            sql, Map.of("database", MaskedViews.DATABASE, "default_format", format))) {
      answer.transferTo(System.out);
      System.out.flush();
    } catch (ClickHouseClient.StatementFailed e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    } catch (java.net.ConnectException e) {
      throw new Refusal(
          "ClickHouse does not answer: start Rihla with ./rihla up%s.".formatted(data.argument()),
          e);
    }
  }

  private void answerOrSayWhyNot(String sql) throws IOException, InterruptedException {
    try {
      answer(sql);
    } catch (Refusal refusal) {
      System.err.println("rihla: " + refusal.getMessage());
    }
  }
}
