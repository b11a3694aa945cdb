package io.rihla.jobs.questions.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.questions.Conversation;
import io.rihla.schemas.conversation.Intent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BurstsTest {
  @Test
  void aBurstIsOneQuestion() {
    Conversation conversation =
        new Conversation("c_1", 3).asks("Halo kak", "mau tanya", "hotelnya jauh ga?");

    List<Question> questions = questions(conversation);

    assertThat(questions).hasSize(1);
    assertThat(questions.getFirst().text()).isEqualTo("Halo kak\nmau tanya\nhotelnya jauh ga?");
    assertThat(questions.getFirst().questionId()).isEqualTo("c_1-m3");
    assertThat(questions.getFirst().language()).isEqualTo("ID");
    assertThat(questions.getFirst().partition()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"GREETING", "THANKS", "AFFIRM", "DENY", "PREFERENCES", "STOP", "ANGER", "HUMAN"})
  void whatWasUnderstoodAsSomethingElseIsNoQuestion(Intent intent) {
    assertThat(questions(new Conversation("c_1", 0).asks(intent, "berapa ya"))).isEmpty();
  }

  private static List<Question> questions(Conversation conversation) {
    List<BurstPart> parts =
        conversation.events().stream().map(BurstPart::of).flatMap(Optional::stream).toList();
    return Bursts.complete("c_1", "conv_c_1", parts).stream()
        .map(Bursts.Complete::question)
        .flatMap(Optional::stream)
        .toList();
  }
}
