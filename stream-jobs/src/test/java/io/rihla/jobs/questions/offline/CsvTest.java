package io.rihla.jobs.questions.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void aQuotedFieldHoldsCommasQuotesAndLineEnds() {
    assertThat(Csv.read("topic,question\r\nprice,\"berapa, \"\"harga\"\"\nnya?\"\n"))
        .containsExactly(List.of("topic", "question"), List.of("price", "berapa, \"harga\"\nnya?"));
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(Csv.read("a,b\n1,")).containsExactly(List.of("a", "b"), List.of("1", ""));
  }

  @Test
  void whatIsWrittenCanBeReadAgain() {
    String value = "hotel \"bintang 5\", dekat?\nya";

    assertThat(Csv.read(Csv.field(value) + "\n")).containsExactly(List.of(value));
  }
}
