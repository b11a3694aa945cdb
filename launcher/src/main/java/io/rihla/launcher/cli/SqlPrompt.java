package io.rihla.launcher.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;

/** Asks for one query after the other; a query may take several lines and ends with a semicolon. */
final class SqlPrompt {
  private static final Set<String> FAREWELLS = Set.of("exit", "quit", "\\q");

  private final BufferedReader lines;
  private final PrintStream out;
  private final Answer answer;

  /** Prints the answer to a query, or why there is none. */
  @FunctionalInterface
  interface Answer {
    void print(String sql) throws IOException, InterruptedException;
  }

  SqlPrompt(Reader lines, PrintStream out, Answer answer) {
    this.lines = new BufferedReader(lines);
    this.out = out;
    this.answer = answer;
  }

  void run() throws IOException, InterruptedException {
    out.println("Queries end with ; and exit leaves. docs/sql.md has questions to begin with.");
    StringBuilder query = new StringBuilder();
    while (true) {
      out.print(query.isEmpty() ? "rihla> " : "  ...> ");
      out.flush();
      String line = lines.readLine();
      if (line == null
          || (query.isEmpty() && FAREWELLS.contains(line.strip().toLowerCase(Locale.ROOT)))) {
        out.println();
        return;
      }
      query.append(line).append('\n');
      String sql = query.toString().strip();
      if (sql.endsWith(";")) {
        answer.print(sql.substring(0, sql.length() - 1));
      }
      if (sql.endsWith(";") || sql.isEmpty()) {
        query.setLength(0);
      }
    }
  }
}
