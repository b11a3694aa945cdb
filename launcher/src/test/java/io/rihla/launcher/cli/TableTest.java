package io.rihla.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    String table =
        Table.of(
            List.of("process", "pid"),
            List.of(List.of("kafka", "1234"), List.of("clickhouse", "7")));

    assertThat(table)
        .isEqualTo(
            """
            process     pid
            kafka       1234
            clickhouse  7
            """);
  }
}
