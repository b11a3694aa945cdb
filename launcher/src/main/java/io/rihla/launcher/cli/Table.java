package io.rihla.launcher.cli;

import java.util.List;

/** Rows as aligned text. */
final class Table {
  private static final String GAP = "  ";

  private Table() {}

  static String of(List<String> head, List<List<String>> rows) {
    int[] widths = new int[head.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = head.get(column).length();
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    append(text, head, widths);
    rows.forEach(row -> append(text, row, widths));
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
