package io.rihla.jobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final BatchSerializer SERIALIZER = new BatchSerializer();

  @Test
  void aBatchComesBackFromACheckpointAsItWas() throws IOException {
    Batch batch = Batch.of(List.of(row(1), row(2)));

    Batch back = SERIALIZER.deserialize(1, SERIALIZER.serialize(batch));

    assertThat(back.token()).isEqualTo(batch.token());
    assertThat(back.rows()).usingRecursiveComparison().isEqualTo(batch.rows());
  }

  @Test
  void aBatchOfANewerVersionIsNotGuessedAt() throws IOException {
    byte[] bytes = SERIALIZER.serialize(Batch.of(List.of(row(1))));

    assertThatThrownBy(() -> SERIALIZER.deserialize(2, bytes)).hasMessageContaining("newer");
  }

  @Test
  void twoBatchesOfTheSameRowsHaveDifferentTokens() {
    assertThat(Batch.of(List.of(row(1))).token()).isNotEqualTo(Batch.of(List.of(row(1))).token());
  }

  @Test
  void halvesHaveAllRowsAndTheSameNamesEachTime() {
    Batch batch = Batch.of(List.of(row(1), row(2), row(3)));

    assertThat(batch.halves().stream().flatMap(half -> half.rows().stream()))
        .containsExactlyElementsOf(batch.rows());
    assertThat(batch.halves()).isEqualTo(batch.halves());
  }

  @Test
  void aFullBatchIsCutBeforeTheCheckpointAndNoRowIsLost() {
    BatchWriter<TableRow> writer = new BatchWriter<>();
    IntStream.range(0, 50_000).forEach(i -> writer.write(new Line(i), null));

    Collection<Batch> batches = writer.prepareCommit();

    assertThat(batches)
        .extracting(batch -> batch.rows().size())
        .containsExactly(20_000, 20_000, 10_000);
    assertThat(batches.stream().flatMap(batch -> batch.rows().stream()).map(Batch.Row::offset))
        .doesNotHaveDuplicates()
        .hasSize(50_000);
    assertThat(writer.prepareCommit()).isEmpty();
  }

  @Test
  void ofRowsThatReplaceEachOtherOnlyTheNewestIsInserted() {
    BatchWriter<TableRow> writer = new BatchWriter<>();
    LongStream.of(1, 2, 3).forEach(version -> writer.write(correction("a", version), null));
    LongStream.of(2, 1).forEach(version -> writer.write(correction("b", version), null));

    assertThat(written(writer)).containsExactly("a 3", "b 2");
  }

  @Test
  void aRowThatReplacesAnInsertedOneIsInserted() {
    BatchWriter<TableRow> writer = new BatchWriter<>();
    writer.write(correction("a", 1), null);
    writer.prepareCommit();
    writer.write(correction("a", 2), null);

    assertThat(written(writer)).containsExactly("a 2");
  }

  private static List<String> written(BatchWriter<TableRow> writer) {
    return writer.prepareCommit().stream()
        .flatMap(batch -> batch.rows().stream())
        .map(row -> new String(row.json(), StandardCharsets.UTF_8))
        .toList();
  }

  private static VersionedRow correction(String key, long version) {
    byte[] line = (key + ' ' + version).getBytes(StandardCharsets.UTF_8);
    return new VersionedRow(key, version, 0, version, line);
  }

  static Batch.Row row(int offset) {
    return new Batch.Row(0, offset, new Line(offset).json());
  }

  private record Line(long sourceOffset) implements TableRow {
    @Override
    public byte[] json() {
      return ("{\"offset\":" + sourceOffset + "}").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int sourcePartition() {
      return 0;
    }
  }
}
