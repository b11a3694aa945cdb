package io.rihla.launcher.cli;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.MaskedViews;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.run.Analyst;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
        "Run a query on everything Rihla remembers; reads it from standard input if none is given.")
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
    String sql =
        query == null ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : query;
    try (InputStream answer =
        Analyst.of(data.directory(), System.getenv()).stream(
            sql, Map.of("database", MaskedViews.DATABASE, "default_format", format))) {
      answer.transferTo(System.out);
      System.out.flush();
      return 0;
    } catch (ClickHouseClient.StatementFailed e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    } catch (java.net.ConnectException e) {
      throw new Refusal(
          "ClickHouse does not answer: start Rihla with ./rihla up%s.".formatted(data.argument()),
          e);
    }
  }
}
