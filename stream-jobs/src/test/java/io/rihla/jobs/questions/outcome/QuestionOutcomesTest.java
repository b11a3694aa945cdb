package io.rihla.jobs.questions.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.held.HoldingCoOperator;
import io.rihla.jobs.held.HoldingOperator;
import io.rihla.jobs.questions.ClusteredQuestion;
import io.rihla.jobs.questions.Conversation;
import io.rihla.jobs.questions.asking.AskedQuestions;
import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.source.SourcedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class QuestionOutcomesTest {
  private static final String CUSTOMER = "c_1";
  private static final Outcome SUCCESS = new Outcome(true, false, false);

  private final Conversation conversation = new Conversation(CUSTOMER, 4);

  @Test
  void anAnsweredQuestionIsASuccess() throws Exception {
    assertThat(outcomes(conversation.asks("harga?"))).containsEntry("c_1-m1", SUCCESS);
  }

  @Test
  void anEscalationSpoilsItsEpisodeOnly() throws Exception {
    conversation
        .asks("harga?")
        .after(Duration.ofHours(2))
        .asks("hotel?")
        .isEscalated()
        .after(Duration.ofHours(25))
        .asks("visa?");

    assertThat(outcomes(conversation))
        .containsEntry("c_1-m1", new Outcome(true, true, false))
        .containsEntry("c_1-m2", new Outcome(true, true, false))
        .containsEntry("c_1-m3", SUCCESS);
  }

  @Test
  void aResolveEndsTheEpisode() throws Exception {
    conversation.asks("harga?").isEscalated().isResolved().asks("harga?");

    assertThat(outcomes(conversation))
        .containsEntry("c_1-m1", new Outcome(true, true, false))
        .containsEntry("c_1-m2", SUCCESS);
  }

  @Test
  void askingTheSameAgainTellsThatTheAnswerDidNotHelp() throws Exception {
    conversation.asks("harga?").asks("hotel?").asks("harga?");

    assertThat(outcomes(conversation))
        .containsEntry("c_1-m1", new Outcome(true, false, true))
        .containsEntry("c_1-m2", SUCCESS)
        .containsEntry("c_1-m3", SUCCESS);
  }

  @Test
  void askingTheSameAnotherDayIsAnotherQuestion() throws Exception {
    conversation.asks("harga?").after(Duration.ofHours(30)).asks("harga?");

    assertThat(outcomes(conversation)).containsEntry("c_1-m1", SUCCESS);
  }

  @Test
  void orderAndRepetitionOfEventsChangeNothing() throws Exception {
    conversation
        .asks("halo", "harga?")
        .asks("hotel?")
        .after(Duration.ofHours(3))
        .asks("harga?")
        .isEscalated()
        .after(Duration.ofHours(30))
        .asks("visa?", "berapa lama")
        .isResolved()
        .asks("visa?");
    Map<String, Outcome> expected = outcomes(conversation);
    assertThat(expected).hasSize(5);
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);

    for (int round = 0; round < 30; round++) {
      List<SourcedEvent> events = new ArrayList<>(conversation.events());
      conversation.events().stream().filter(any -> random.nextBoolean()).forEach(events::add);
      Collections.shuffle(events, random);
      assertThat(outcomes(events)).isEqualTo(expected);
    }
  }

  private static Map<String, Outcome> outcomes(Conversation conversation) throws Exception {
    return outcomes(conversation.events());
  }

  /** Through both functions; the text of a question stands for its cluster. */
  private static Map<String, Outcome> outcomes(List<SourcedEvent> events) throws Exception {
    Map<String, MemberRow> latest = new HashMap<>();
    try (var asking =
            new KeyedOneInputStreamOperatorTestHarness<>(
                HoldingOperator.of(new AskedQuestions()),
                event -> event.event().customerKey(),
                Types.STRING);
        var outcome =
            new KeyedTwoInputStreamOperatorTestHarness<>(
                HoldingCoOperator.of(new QuestionOutcomes()),
                question -> question.question().customerKey(),
                event -> event.event().customerKey(),
                Types.STRING)) {
      asking.open();
      outcome.open();
      for (SourcedEvent event : events) {
        asking.processElement(new StreamRecord<>(event, event.time()));
        outcome.processElement2(new StreamRecord<>(event, event.time()));
      }
      List<Question> asked = asking.extractOutputValues();
      for (Question question : asked) {
        outcome.processElement1(
            new StreamRecord<>(
                new ClusteredQuestion(question, "q_" + lastLine(question.text()), "", 1),
                question.askedAt()));
      }
      assertThat(asked).doesNotHaveDuplicates();
      for (MemberRow row : outcome.extractOutputValues()) {
        MemberRow before = latest.put(row.member().question().questionId(), row);
        assertThat(before == null || before.version() < row.version()).isTrue();
      }
    }
    Map<String, Outcome> outcomes = new HashMap<>();
    latest.forEach((id, row) -> outcomes.put(id, row.outcome()));
    return outcomes;
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
