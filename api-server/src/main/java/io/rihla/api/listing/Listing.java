package io.rihla.api.listing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A list over ClickHouse.
 *
 * @param name of the list in the answer, and of its file
 * @param sql gives the columns and a text {@code row_key} that no two rows share; the conditions
 *     come at {@code {where}}
 * @param standardSort a column, with a minus in front for descending
 */
public record Listing(String name, String standardSort, String sql, List<Column> columns) {
  public Listing {
    columns = List.copyOf(columns);
  }

  Column column(String wanted) {
    return columns.stream()
        .filter(one -> one.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no column " + wanted));
  }

  List<String> sortable() {
    return columns.stream().filter(Column::isSortable).map(Column::name).toList();
  }

  String columnNames() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
