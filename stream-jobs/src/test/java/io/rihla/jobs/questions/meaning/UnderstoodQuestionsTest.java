package io.rihla.jobs.questions.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.clustering.Meaning;
import io.rihla.jobs.runtime.FlinkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnderstoodQuestionsTest {
  @RegisterExtension
  private static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  private static List<Question> understood(Optional<EmbeddingEndpoint> endpoint, String... texts)
      throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            FlinkSettings.everywhere(1, Duration.ofMillis(200)));
    List<Question> questions =
        IntStream.range(0, texts.length).mapToObj(at -> question(at, texts[at])).toList();
    List<Question> out = new ArrayList<>();
    try (CloseableIterator<Question> rows =
        UnderstoodQuestions.define(
                environment.fromData(questions, TypeInformation.of(Question.class)), endpoint)
            .executeAndCollect()) {
      rows.forEachRemaining(out::add);
    }
    return out;
  }

  private static Question question(int number, String text) {
    return new Question(
        "m" + number,
        "c_1",
        "conv_1",
        1,
        text,
        number,
        "ID",
        "DETAILS",
        "PRICE",
        "t" + number,
        0,
        number,
        Meaning.UNKNOWN);
  }

  @Test
  void questionsKeepTheirOrderAndGetTheMeaningTheModelGivesThem() throws Exception {
    try (FakeEmbeddings model = new FakeEmbeddings()) {
      List<Question> questions =
          understood(
              Optional.of(model.endpoint()), "harga paket", "hotel dimana", "harga untuk dua");
      assertThat(questions).extracting(Question::questionId).containsExactly("m0", "m1", "m2");
      assertThat(questions.get(2).meaning()).isEqualTo(questions.getFirst().meaning());
      assertThat(questions.get(1).meaning())
          .isNotEmpty()
          .isNotEqualTo(questions.getFirst().meaning());
    }
  }

  @Test
  void aModelThatFailsHoldsNothingUpAndIsLeftAlone() throws Exception {
    try (FakeEmbeddings model = new FakeEmbeddings()) {
      model.failing = true;
      String[] texts = IntStream.range(0, 200).mapToObj(at -> "harga " + at).toArray(String[]::new);
      List<Question> questions = understood(Optional.of(model.endpoint()), texts);
      assertThat(questions).hasSize(200).allMatch(question -> question.meaning().length == 0);
      assertThat(model.asked.get()).isLessThan(200);
    }
  }

  @Test
  void withoutAModelQuestionsGoOnAsTheyAre() throws Exception {
    assertThat(understood(Optional.empty(), "harga paket"))
        .hasSize(1)
        .allMatch(question -> question.meaning().length == 0);
  }
}
