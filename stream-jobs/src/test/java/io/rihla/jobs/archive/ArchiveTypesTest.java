package io.rihla.jobs.archive;

import io.rihla.jobs.source.UnreadableRecord;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTypesTest {
  @ParameterizedTest
  @ValueSource(classes = {EventRow.class, MessageRow.class, UnreadableRecord.class})
  void everyRowHasASerializerOfItsOwn(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
