package io.rihla.launcher.clickhouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables to the newest version: every script is applied once, in order, and recorded
 * with its checksum. A script that changed after it was applied stops the setup. Scripts are made
 * of {@code IF NOT EXISTS} statements, so one that broke off half-way is simply applied again.
 */
public final class ClickHouseTables {
  public static final String DATABASE = "rihla";
  private static final Logger LOG = LoggerFactory.getLogger(ClickHouseTables.class);
  private static final Pattern STATEMENT_END = Pattern.compile(";[ \\t]*(?:\\R|$)");
  private static final Map<String, String> IN_DATABASE = Map.of("database", DATABASE);

  private final ClickHouseClient client;

  public ClickHouseTables(ClickHouseClient client) {
    this.client = client;
  }

  /** Applies what is missing and tells how many scripts that were. */
  public int update(List<TableScript> scripts) throws IOException, InterruptedException {
    client.run("CREATE DATABASE IF NOT EXISTS " + DATABASE, Map.of());
    client.run(
        """
        CREATE TABLE IF NOT EXISTS schema_history
        (
            version Int32 COMMENT 'Number in the name of the script',
            name String COMMENT 'File name of the script',
            checksum String COMMENT 'SHA-256 of its text',
            applied_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was applied'
        )
        ENGINE = ReplacingMergeTree(applied_at)
        ORDER BY version
        COMMENT 'Which table scripts this database has seen'
        """,
        IN_DATABASE);
    Map<Integer, String> applied = applied();
    int count = 0;
    for (TableScript script : scripts) {
      String checksum = checksum(script.sql());
      String known = applied.get(script.version());
      if (known == null) {
        apply(script, checksum);
        count++;
      } else if (!known.equals(checksum)) {
        throw new IllegalStateException(
            "%s was changed after it had been applied: put the change into a new script"
                .formatted(script.name()));
      }
    }
    return count;
  }

  private void apply(TableScript script, String checksum) throws IOException, InterruptedException {
    for (String statement : STATEMENT_END.splitAsStream(script.sql()).toList()) {
      if (!statement.isBlank()) {
        client.run(statement, IN_DATABASE);
      }
    }
    client.run(
        "INSERT INTO schema_history (version, name, checksum) VALUES (%d, '%s', '%s')"
            .formatted(script.version(), script.name(), checksum),
        IN_DATABASE);
    LOG.info("applied {}", script.name());
  }

  private Map<Integer, String> applied() throws IOException, InterruptedException {
    Map<Integer, String> applied = new HashMap<>();
    client
        .run("SELECT version, checksum FROM schema_history FINAL FORMAT TSV", IN_DATABASE)
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              applied.put(Integer.valueOf(line.substring(0, tab)), line.substring(tab + 1));
            });
    return applied;
  }

  private static String checksum(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
