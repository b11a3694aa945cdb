package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.own;
import static io.rihla.functions.Samples.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.outbound.FileKind;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.whatsapp.Media;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class CommandsTest extends Commanded {
  @Test
  void ofTwoWhoClaimOneHoldsAndTheOtherIsToldWho() {
    Story story = conversation();
    accepted(claim(story, "ani"));
    refused(claim(story, "budi"), "ani");
    accepted(claim(story, "ani"));
    assertThat(story.told(HandoverAssigned.class)).hasSize(1);
    assertThat(story.events.getLast().cause()).isEqualTo("cmd_3");
    accepted(order(story, "budi", new Assign("budi", "gantian", true)));
    assertThat(story.told(HandoverAssigned.class).getLast().previous()).isEqualTo("ani");
    assertThat(story.state.holder()).isEqualTo("budi");
  }

  @Test
  void aConversationThatNobodyHadCannotBeClaimed() {
    refused(claim(story(), "ani"), "no such conversation");
  }

  @Test
  void aClaimStopsWhatTheBotThinksAndWhatItHasNotSentYet() {
    Story story = conversation().hears(says("m2", "harganya?", NOW)).brainAnswers();
    String planned = story.lastReply().replyId();
    story.hears(says("m3", "hotelnya?", NOW));
    claim(story, "ani");
    assertThat(story.told(ReplyCancelled.class))
        .extracting(ReplyCancelled::replyId)
        .containsExactly(planned);
    assertThat(story.effects(Effect.Cancel.class)).hasSize(1);
    int replies = story.effects(Effect.Send.class).size();
    story.brainAnswers().hears(says("m4", "halo?", NOW));
    assertThat(story.effects(Effect.Send.class)).hasSize(replies);
    assertThat(story.told(MessageIgnored.class))
        .extracting(MessageIgnored::reason)
        .containsExactly(IgnoreReason.ASSIGNED);
  }

  @Test
  void releasedItWaitsReturnedTheBotAnswersAgain() {
    Story story = conversation();
    refused(order(story, "ani", new Release(null)), "nobody holds");
    claim(story, "ani");
    refused(order(story, "budi", new Release(null)), "ani holds");
    accepted(order(story, "ani", new Release("makan siang")));
    assertThat(story.state.ball()).isEqualTo(Ball.WAITING);
    claim(story, "budi");
    accepted(order(story, "cmd_boss", "boss", Role.SYSTEM_ADMIN, new ReturnToBot("sudah dijawab")));
    assertThat(story.state.ball()).isEqualTo(Ball.BOT);
    assertThat(story.state.holder()).isNull();
    int replies = story.effects(Effect.Send.class).size();
    story.hears(says("m9", "hotelnya dimana", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(replies + 1);
  }

  @Test
  void whatIsResolvedGoesBackToTheBotAndWhatTheBotHasCannotBeResolved() {
    Story story = conversation();
    refused(order(story, "ani", new Resolve(null)), "the bot has");
    claim(story, "ani");
    accepted(order(story, "ani", new Resolve("beres")));
    assertThat(story.told(HandoverResolved.class))
        .extracting(HandoverResolved::assignee)
        .containsExactly("ani");
    assertThat(story.state.ball()).isEqualTo(Ball.BOT);
  }

  @Test
  void onlyWhoHoldsAConversationRepliesInItAndIsNamedByWhatIsSent() {
    Story story = conversation();
    refused(order(story, "ani", new Reply("halo", null)), "claim it");
    claim(story, "ani");
    refused(order(story, "budi", new Reply("halo", null)), "ani holds");
    refused(order(story, "ani", new Reply(" ", null)), "empty");
    accepted(order(story, "cmd_r", "ani", Role.SALES_ADMIN, new Reply("Saya Ani, kak", null)));
    assertThat(story.lastReply().author()).isEqualTo(Author.ADMIN);
    assertThat(story.lastReply().parts())
        .extracting(part -> part.content())
        .containsExactly(new TextPart("Saya Ani, kak"));
    assertThat(story.told(AdminReplied.class))
        .extracting(AdminReplied::replyId, AdminReplied::via)
        .containsExactly(Tuple.tuple("cmd_r", "console"));
    story.wahaAccepts();
    assertThat(story.events.getLast().payload()).isInstanceOf(MessageSent.class);
    assertThat(story.events.getLast().actor()).isEqualTo("user:ani");
    assertThat(story.state.history().getLast().author()).isEqualTo("admin");
  }

  @Test
  void theEchoOfAReplyIsNotTakenForAHumanOnThePhone() {
    Story story = conversation();
    claim(story, "ani");
    order(story, "ani", new Reply("Saya Ani, kak", null));
    story.hears(own("3EB0OTHER", "Saya Ani, kak", "app", NOW)).wahaAccepts();
    story.hears(own("WA" + story.lastReply().parts().getFirst().partId(), "x", "api", NOW));
    assertThat(story.told(AdminReplied.class)).hasSize(1);
    assertThat(story.told(TakenOverFromPhone.class)).isEmpty();
  }

  @Test
  void aReplyCanBeAFile() {
    Story story = conversation();
    claim(story, "ani");
    order(
        story, "ani", new Reply("Ini kak", new Media("/media/x/itinerary.pdf", null, null, null)));
    assertThat(story.lastReply().parts().getFirst().content())
        .isEqualTo(
            new FilePart(
                FileKind.DOCUMENT,
                "/media/x/itinerary.pdf",
                "itinerary.pdf",
                "application/pdf",
                "Ini kak"));
  }

  @Test
  void aReleaseLeavesTheAdminsLastWordsOnTheirWay() {
    Story story = conversation();
    claim(story, "ani");
    order(story, "ani", new Reply("Sebentar ya kak", null));
    order(story, "ani", new Release(null));
    claim(story, "budi");
    assertThat(story.effects(Effect.Cancel.class)).isEmpty();
  }

  @Test
  void theBotCanBeSwitchedOffInOneChatAndOnAgain() {
    Story story = conversation();
    accepted(order(story, "ani", new SwitchBot(false)));
    accepted(order(story, "ani", new SwitchBot(false)));
    int replies = story.effects(Effect.Send.class).size();
    story.hears(says("m2", "halo", NOW));
    assertThat(story.told(MessageIgnored.class))
        .extracting(MessageIgnored::reason)
        .containsExactly(IgnoreReason.BOT_OFF);
    refused(order(story, "ani", new ProcessMessage(PHONE, "halo", null)), "switched off");
    order(story, "ani", new SwitchBot(true));
    story.hears(says("m3", "halo", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(replies + 1);
    assertThat(story.told(BotSwitched.class)).hasSize(2);
  }

  @Test
  void aCommandThatComesAgainIsAnsweredTheSameAndChangesNothing() {
    Story story = conversation();
    claim(story, "ani");
    AdminAction refused =
        order(story, "cmd_b", "budi", Role.SALES_ADMIN, new Assign("budi", null, false));
    order(story, "ani", new Release(null));
    int events = story.events.size();
    assertThat(order(story, "cmd_b", "budi", Role.SALES_ADMIN, new Assign("budi", null, false)))
        .isEqualTo(refused);
    accepted(order(story, "cmd_1", "ani", Role.SALES_ADMIN, new Assign("ani", null, false)));
    assertThat(story.events).hasSize(events);
    assertThat(story.state.ball()).isEqualTo(Ball.WAITING);
  }
}
