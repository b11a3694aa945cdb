package io.rihla.launcher.clickhouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The database {@code masked}: every table and view under its own name and with its comments, but
 * without phones, names and addresses of people, and without long numbers in what they wrote. It is
 * made anew from the tables at every setup, so that it has whatever they have.
 */
public final class MaskedViews {
  public static final String DATABASE = "masked";

  /** Rows of a corrected table count once; states of aggregates are nothing to read. */
  private static final String COLUMNS =
      """
      SELECT t.name, t.engine LIKE '%ReplacingMergeTree', t.comment, c.name, c.type, c.comment
      FROM system.columns AS c
      INNER JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
      WHERE c.database = 'rihla' AND t.engine != 'MaterializedView' AND t.name != 'schema_history'
          AND NOT startsWith(c.type, 'AggregateFunction')
      ORDER BY t.name, c.position
      FORMAT TSV
      """;

  private final ClickHouseClient client;

  public MaskedViews(ClickHouseClient client) {
    this.client = client;
  }

  /** Texts are as TSV has them, which is how they stand between quotes in SQL. */
  private record Table(String name, boolean corrected, String comment, List<MaskedColumn> columns) {
    String statement() {
      return """
      CREATE OR REPLACE VIEW %1$s.%2$s
      (
      %3$s
      )
      DEFINER = CURRENT_USER SQL SECURITY DEFINER
      AS SELECT
      %4$s
      FROM rihla.%2$s%5$s
      COMMENT '%6$s'
      """
          .formatted(
              DATABASE,
              name,
              columns.stream().map(MaskedColumn::declared).collect(Collectors.joining(",\n")),
              columns.stream().map(MaskedColumn::selected).collect(Collectors.joining(",\n")),
              corrected ? " FINAL" : "",
              comment);
    }
  }

  public void update() throws IOException, InterruptedException {
    client.run("CREATE DATABASE IF NOT EXISTS " + DATABASE, Map.of());
    for (Table table : tables()) {
      client.run(table.statement(), Map.of());
    }
  }

  private List<Table> tables() throws IOException, InterruptedException {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String line : client.run(COLUMNS, Map.of()).lines().toList()) {
      String[] cells = line.split("\t", -1);
      tables
          .computeIfAbsent(
              cells[0], name -> new Table(name, cells[1].equals("1"), cells[2], new ArrayList<>()))
          .columns()
          .add(new MaskedColumn(cells[0], cells[3], cells[4].replace("\\'", "'"), cells[5]));
    }
    return List.copyOf(tables.values());
  }
}
