package io.rihla.api.listing;

/**
 * A column of a list.
 *
 * @param kind how it is sorted
 */
public record Column(String name, Kind kind) {
  /** How a column is sorted; the last two cannot be. An analyst sees no numbers in WORDS. */
  public enum Kind {
    TEXT,
    NUMBER,
    TIME,
    WORDS,
    OTHER
  }

  public static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  public static Column number(String name) {
    return new Column(name, Kind.NUMBER);
  }

  public static Column time(String name) {
    return new Column(name, Kind.TIME);
  }

  /** What people wrote. */
  public static Column words(String name) {
    return new Column(name, Kind.WORDS);
  }

  public static Column other(String name) {
    return new Column(name, Kind.OTHER);
  }

  boolean isSortable() {
    return kind != Kind.OTHER && kind != Kind.WORDS;
  }

  /** What rows are compared by: never null, so that a page can begin after any row. */
  String sortSql() {
    return switch (kind) {
      case TEXT -> "ifNull(toString(%s), '')".formatted(name);
      case NUMBER -> "ifNull(toFloat64(%s), -1e300)".formatted(name);
      case TIME -> "ifNull(toFloat64(toUnixTimestamp64Milli(%s)), -1e300)".formatted(name);
      case WORDS, OTHER -> throw new IllegalStateException(name);
    };
  }

  /** The value of a cursor as it is compared. */
  String cursorSql() {
    return kind == Kind.TEXT ? "?" : "toFloat64(?)";
  }
}
