package io.rihla.jobs.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.jobs.Story;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.RatingReceived;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.conversation.ThoughtRequested;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final TokenPrices PRICES =
      new TokenPrices(new BigDecimal("0.15"), new BigDecimal("0.60"));

  private final Story story = new Story("c_1").opens();

  @Test
  void aDayOfSilenceEndsAnEpisode() {
    story.writes("m1").later(Duration.ofHours(24).minusMillis(1)).writes("m2");
    assertThat(episodes()).hasSize(1);
    story.later(Duration.ofHours(24)).writes("m3");
    assertThat(episodes()).hasSize(2);
  }

  @Test
  void ourOwnMessagesKeepAnEpisodeAlive() {
    story.writes("m1").later(Duration.ofHours(20));
    answered("t1", "m1");
    story.later(Duration.ofHours(20)).writes("m2");

    assertThat(episodes())
        .singleElement()
        .satisfies(
            episode -> {
              assertThat(episode.messagesIn()).isEqualTo(2);
              assertThat(episode.messagesOut()).isEqualTo(1);
            });
  }

  @Test
  void aResolveEndsAnEpisodeAndTheRatingStillBelongsToIt() {
    story.writes("m1").happens(new HandoverResolved("budi", null)).later(Duration.ofMinutes(5));
    story.writes("five").happens(new RatingReceived(5, null), "five");
    story.later(Duration.ofMinutes(5)).writes("m2");

    assertThat(episodes()).hasSize(2);
    assertThat(episodes().get(0).rating()).isEqualTo(5);
    assertThat(episodes().get(1).rating()).isNull();
  }

  @Test
  void successNeedsAnAnswerAndNoEscalationWhileHandoversDoNotCount() {
    story.writes("m1");
    assertThat(episodes().get(0).successful()).isFalse();
    answered("t1", "m1");
    story.happens(
        new HandoverRequested(
            HandoverReason.PAYMENT_INTENT, Role.SALES_ADMIN, Priority.HIGH, null, null));
    assertThat(episodes().get(0).successful()).isTrue();
    story.happens(
        new Escalated(HandoverReason.ANGER, Role.MARKETING_ADMIN, Priority.URGENT, null, null));
    assertThat(episodes().get(0).successful()).isFalse();
  }

  @Test
  void responseTimeIsFromTheFirstMessageOfTheBurstToTheFirstPart() {
    story.writes("m1").later(Duration.ofSeconds(1)).writes("m2").later(Duration.ofSeconds(2));
    answered("t1", "m1", "m2");

    AnswerRow answer = conversation().answers().get("t1");
    assertThat(answer.receivedAt()).isEqualTo(Story.START);
    assertThat(answer.firstPartAt()).isEqualTo(Story.START + 3_000);
    assertThat(answer.escalationReason()).isEqualTo("LOW_CONFIDENCE");
    assertThat(answer.episodeSeq()).isEqualTo(2);
  }

  @Test
  void tokensCostWhatTheyCostPerMillion() {
    assertThat(PRICES.of(1_000, 200)).isEqualByComparingTo("0.00027");
  }

  private void answered(String thought, String... messages) {
    story
        .happens(new ThoughtRequested(thought, List.of(messages)))
        .happens(
            new AiAnswered(
                thought,
                0.5,
                "offline",
                "v1",
                null,
                10,
                1_000,
                200,
                Intent.DETAILS,
                TopicOfQuestion.PRICE,
                Language.ID,
                List.of()),
            thought)
        .happens(
            new ReplyPlanned(
                "r-" + thought,
                thought,
                "62812@c.us",
                Author.BOT,
                List.of("p"),
                "Baik",
                null,
                List.of()),
            thought)
        .happens(new MessageSent("r-" + thought, "p", 0, "o-" + thought, "Baik", 1, false, true));
    if (messages.length > 1) {
      story.happens(
          new Escalated(
              HandoverReason.LOW_CONFIDENCE, Role.MARKETING_ADMIN, Priority.NORMAL, null, null),
          thought);
    }
  }

  private List<Episode> episodes() {
    return new ArrayList<>(conversation().episodes().values());
  }

  private Conversation conversation() {
    Recent recent = Recent.NOTHING;
    for (ConversationEvent event : story.events()) {
      var moment = Moment.of(event);
      if (moment.isPresent()) {
        recent = recent.with(moment.get());
      }
    }
    return Conversation.of(recent.moments(), PRICES);
  }
}
