package io.rihla.api.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list that is read in pages, the newest first: rows of a SELECT that has a time {@code
 * <what>_at}, the same in epoch milliseconds as {@code <what>_ms}, and a key.
 *
 * @param select up to and with FROM
 */
public record Paged<T>(
    ClickHouse clickHouse, String select, String what, String key, Function<Row, T> row) {
  /** More rows than a spreadsheet is read with. */
  private static final int MOST_EXPORTED = 50_000;

  /** Which rows, from where on, and how many of them. */
  public record Request(Where where, Optional<PageCursor> after, int limit) {}

  /** One page, and where the next begins. */
  public record Page<T>(List<T> rows, Optional<PageCursor> next) {}

  private record Positioned<T>(T row, PageCursor cursor) {}

  public Page<T> page(Request request) throws StoreUnavailable {
    List<Positioned<T>> rows = rows(request, request.limit() + 1);
    boolean more = rows.size() > request.limit();
    List<Positioned<T>> page = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(
        page.stream().map(Positioned::row).toList(),
        more ? Optional.of(page.getLast().cursor()) : Optional.empty());
  }

  public List<T> all(Request request) throws StoreUnavailable {
    return rows(request, MOST_EXPORTED).stream().map(Positioned::row).toList();
  }

  private List<Positioned<T>> rows(Request request, int most) throws StoreUnavailable {
    Where where = new Where().and(request.where());
    request
        .after()
        .ifPresent(
            cursor ->
                where.and(
                    "(toUnixTimestamp64Milli(%s_at), %s) < (?, ?)".formatted(what, key),
                    cursor.millis(),
                    cursor.key()));
    return clickHouse.query(
        "%s\nWHERE %s\nORDER BY %s_at DESC, %s DESC\nLIMIT %d"
            .formatted(select, where.sql(), what, key, most),
        found ->
            new Positioned<>(
                row.apply(found), new PageCursor(found.number(what + "_ms"), found.text(key))),
        where.values());
  }
}
