package io.rihla.jobs.questions.offline;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them. */
final class Csv {
  private Csv() {}

  /** All records; a quoted field may hold commas, doubled quotes and line ends. */
  static List<List<String>> read(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (quoted) {
        if (letter != '"') {
          field.append(letter);
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          field.append('"');
          at++;
        } else {
          quoted = false;
        }
        continue;
      }
      switch (letter) {
        case '"' -> {
          // a quote in the middle of a field is a letter like others
          if (field.isEmpty()) {
            quoted = true;
          } else {
            field.append('"');
          }
        }
        case ',' -> {
          record.add(field.toString());
          field.setLength(0);
        }
        case '\r' -> {}
        case '\n' -> {
          if (any) {
            record.add(field.toString());
            records.add(record);
          }
          record = new ArrayList<>();
          field.setLength(0);
          any = false;
          continue;
        }
        default -> field.append(letter);
      }
      any = true;
    }
    if (any) {
      record.add(field.toString());
      records.add(record);
    }
    return records;
  }

  /** A field, quoted when it must be. */
  static String field(String value) {
    return value.chars().anyMatch(letter -> "\",\r\n".indexOf(letter) >= 0)
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
