package io.rihla.jobs.questions;

import io.rihla.jobs.questions.asking.BurstPart;
import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.outcome.MemberRow;
import io.rihla.jobs.questions.outcome.Moment;
import io.rihla.jobs.questions.outcome.Position;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Question.class,
        ClusteredQuestion.class,
        ClusterRow.class,
        MergeRow.class,
        MemberRow.class,
        BurstPart.class,
        Moment.class,
        Position.class
      })
  void everyTypeHasASerializerOfItsOwn(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
