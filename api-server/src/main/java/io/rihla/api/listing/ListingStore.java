package io.rihla.api.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for the rows of lists. */
final class ListingStore {
  /** More rows than a spreadsheet is read with. */
  private static final int MOST_EXPORTED = 50_000;

  private static final String PAGE =
      """
      SELECT formatRowNoNewline('JSONEachRow', %1$s) AS json, toString(%2$s) AS sort_value, row_key
      FROM
      (
      %3$s
      )
      WHERE %4$s
      ORDER BY %2$s %5$s, row_key %5$s
      LIMIT ?
      SETTINGS date_time_output_format = 'iso'
      """;

  private final ClickHouse clickHouse;

  ListingStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** Some rows, and where the next begin. */
  record Page(List<ObjectNode> rows, Optional<ListingCursor> next) {}

  private record Positioned(ObjectNode row, ListingCursor cursor) {}

  Page page(Listing listing, Where where, ListingRequest request) throws StoreUnavailable {
    List<Positioned> rows = rows(listing, where, request, request.limit() + 1);
    boolean more = rows.size() > request.limit();
    List<Positioned> page = more ? rows.subList(0, request.limit()) : rows;
    return new Page(
        page.stream().map(Positioned::row).toList(),
        more ? Optional.of(page.getLast().cursor()) : Optional.empty());
  }

  List<ObjectNode> all(Listing listing, Where where, ListingRequest request)
      throws StoreUnavailable {
    return rows(listing, where, request, MOST_EXPORTED).stream().map(Positioned::row).toList();
  }

  private List<Positioned> rows(Listing listing, Where where, ListingRequest request, int most)
      throws StoreUnavailable {
    String sort = request.sort().sortSql();
    String direction = request.descending() ? "DESC" : "ASC";
    List<Object> values = new ArrayList<>(List.of(where.values()));
    String after = "1 = 1";
    if (request.after().isPresent()) {
      ListingCursor cursor = request.after().get();
      after =
          "(%s, row_key) %s (%s, ?)"
              .formatted(sort, request.descending() ? "<" : ">", request.sort().cursorSql());
      values.add(cursor.value());
      values.add(cursor.key());
    }
    values.add(most);
    String sql =
        PAGE.formatted(
            listing.columnNames(),
            sort,
            listing.sql().replace("{where}", where.sql()),
            after,
            direction);
    return clickHouse.query(
        sql,
        row ->
            new Positioned(
                (ObjectNode) row.json("json"),
                new ListingCursor(request.sortText(), row.text("sort_value"), row.text("row_key"))),
        values.toArray());
  }
}
