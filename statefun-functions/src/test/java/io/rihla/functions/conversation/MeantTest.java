package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.IntentDetected;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeantTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";

  private final Story story =
      new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          assalamualaikum kak UMR_MAR_2027_HEMAT, cara bayarnya gimana? | PAYMENT | PAYMENT
          UMR_MAR_2027_HEMAT hotelnya jauh ga dari masjid kak | DETAILS | HOTEL
          halo kak, bisa bicara dengan admin langsung? hotelnya gimana | HUMAN | HOTEL
          halo, untuk 4 orang bulan maret | PREFERENCES | PREFERENCE
          assalamualaikum kak | GREETING | GREETING
          UMR_MAR_2027_HEMAT | GREETING | GREETING
          """)
  void aFirstMessageThatAsksIsToldWithWhatItAsksAndNotAsTheGreetingThatAnswersIt(
      String text, Intent intent, TopicOfQuestion topic) {
    story.hears(says("m1", text, NOW)).brainAnswers();
    AiAnswered answered = story.told(AiAnswered.class).getLast();
    assertThat(answered.intent()).isEqualTo(intent);
    assertThat(answered.topic()).isEqualTo(topic);
    assertThat(story.told(IntentDetected.class).getLast().intent()).isEqualTo(intent);
  }

  @Test
  void whatABrainReadInWordsThatOnlyGreetCounts() {
    story.hears(says("m1", HEMAT, NOW)).brainAnswers();
    story.hears(says("m2", "halo kak, kucing saya boleh ikut", NOW + 60_000));
    ThoughtRequest request = story.effects(Effect.Think.class).getLast().request();
    Thought read =
        story
            .think(request)
            .withIntent(Intent.DETAILS)
            .withTopic(TopicOfQuestion.REQUIREMENTS)
            .withConfidence(0.7);
    story.take(new Stimulus.Thinking(read));
    IntentDetected detected = story.told(IntentDetected.class).getLast();
    assertThat(detected.intent()).isEqualTo(Intent.DETAILS);
    assertThat(detected.topic()).isEqualTo(TopicOfQuestion.REQUIREMENTS);
    assertThat(detected.confidence()).isEqualTo(0.7);
  }
}
