package io.rihla.launcher.bench;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells the season that lies in the tables again, by other customers, in the twelve months before
 * it: straight in ClickHouse, where every copy has its rows in each of the tables that the jobs
 * fill. Only for a run that is thrown away.
 */
record Multiplication(ClickHouseClient tables) {
  private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\n");
  private static final int MONTHS = 12;
  private static final int ROUNDS = 20;
  private static final int LOOKS = 4;
  private static final Duration REST = Duration.ofSeconds(75);
  private static final String PARTS =
      """
      SELECT
          (SELECT arraySort(groupUniqArray(_part)) FROM events),
          (SELECT arraySort(groupUniqArray(_part)) FROM conversation_state),
          (SELECT arraySort(groupUniqArray(_part)) FROM desk_state),
          (SELECT arraySort(groupUniqArray(_part)) FROM figure_journeys),
          (SELECT arraySort(groupUniqArray(_part)) FROM figure_answers),
          (SELECT arraySort(groupUniqArray(_part)) FROM figure_questions)
      """;
  private static final String CUSTOMER =
      "concat('c_', lower(substring(hex(MD5(concat(customer_key, toString(copy)))), 1, 24)))";
  private static final Map<String, String> IN_DATABASE =
      Map.of("database", ClickHouseTables.DATABASE);

  /** Makes at least that many events of those that are there. */
  void upTo(long events) throws IOException, InterruptedException {
    long copies = Math.ceilDiv(events, count());
    for (String statement : STATEMENT_END.splitAsStream(script()).toList()) {
      run(statement.replace("{customer}", CUSTOMER), copies);
    }
  }

  /** Waits until ClickHouse has put together what so much writing left behind. */
  void settle() throws IOException, InterruptedException {
    String before = "";
    String now = parts();
    for (int look = 0; look < LOOKS && !now.equals(before); look++) {
      Thread.sleep(REST);
      before = now;
      now = parts();
    }
  }

  private String parts() throws IOException, InterruptedException {
    return tables.run(PARTS, IN_DATABASE);
  }

  long count() throws IOException, InterruptedException {
    return Long.parseLong(tables.run("SELECT count() FROM events FINAL", IN_DATABASE).strip());
  }

  private void run(String statement, long copies) throws IOException, InterruptedException {
    if (statement.contains("{month}")) {
      for (int month = 0; month < MONTHS; month++) {
        // the season itself is the first copy of the last month
        String range = "range(%d, %d, %d)".formatted(month == 0 ? MONTHS : month, copies, MONTHS);
        tables.run(
            statement.replace("{month}", Integer.toString(month)).replace("{copies}", range),
            IN_DATABASE);
      }
    } else if (statement.contains("{round}")) {
      for (int round = 0; round < ROUNDS; round++) {
        tables.run(statement.replace("{round}", Integer.toString(round)), IN_DATABASE);
      }
    } else {
      tables.run(statement, IN_DATABASE);
    }
  }

  private static String script() throws IOException {
    try (InputStream in = Multiplication.class.getResourceAsStream("season.sql")) {
      if (in == null) {
        throw new IOException("season.sql is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
