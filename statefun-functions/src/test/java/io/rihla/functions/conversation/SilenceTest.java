package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.clicksAd;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.whatsapp.AdReferral;
import io.rihla.schemas.whatsapp.ChatExisted;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the bot keeps out. */
class SilenceTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";

  private int commands;

  private static Story story() {
    return new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)));
  }

  private static WhatsAppEvent existed() {
    return Samples.event("existed", false, NOW, new ChatExisted(NOW - 1_000));
  }

  private void order(Story story, ConversationOrder order) {
    story.take(
        new Stimulus.Commanded(
            new ConversationCommand(
                "cmd_" + ++commands,
                NOW,
                Samples.CUSTOMER.value(),
                "default",
                "ani",
                Role.SYSTEM_ADMIN,
                null,
                order)));
  }

  private static void leftAlone(Story story, IgnoreReason reason) {
    assertThat(story.told(MessageReceived.class)).isNotEmpty();
    assertThat(story.told(MessageIgnored.class))
        .extracting(MessageIgnored::reason)
        .contains(reason);
    assertThat(story.told(JourneyOpened.class)).isEmpty();
    assertThat(story.told(ThoughtRequested.class)).isEmpty();
    assertThat(story.effects(Effect.Send.class)).isEmpty();
  }

  @Test
  void aChatThatIsOlderThanTheBotIsRecordedAndLeftAlone() {
    Story story = story().hears(existed()).hears(says("m1", "kak hotelnya di mana?", NOW));
    assertThat(story.told(ExistingChatFound.class)).hasSize(1);
    leftAlone(story, IgnoreReason.BEFORE_GO_LIVE);
    story.hears(says("m2", "kode UMR_XXX_2027_SALAH", NOW));
    leftAlone(story, IgnoreReason.BEFORE_GO_LIVE);
  }

  @Test
  void aValidCodeInvitesTheBotIntoAnOldChat() {
    Story story = story().hears(existed()).hears(says("m1", "halo", NOW));
    story.hears(says("m2", "mau tanya " + HEMAT, NOW)).brainAnswers();
    assertThat(story.told(JourneyOpened.class)).hasSize(1);
    assertThat(story.effects(Effect.Send.class)).hasSize(1);
    story.wahaAccepts().hears(says("m3", "hotelnya apa?", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(2);
  }

  @Test
  void anAdInvitesTheBotIntoAnOldChat() {
    AdReferral ad = new AdReferral("123", null, "ad", null, "clid", null, null, "FB_Ads", null);
    Story story = story().hears(existed()).hears(clicksAd("m1", "halo", NOW, ad));
    assertThat(story.told(ThoughtRequested.class)).hasSize(1);
    assertThat(story.state.existingChat()).isFalse();
  }

  @Test
  void anAdminSwitchesTheBotOnInAnOldChat() {
    Story story = story().hears(existed()).hears(says("m1", "halo", NOW));
    order(story, new SwitchBot(true));
    assertThat(story.told(BotSwitched.class)).containsExactly(new BotSwitched(true));
    story.hears(says("m2", "halo kak, ada paket umroh?", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(1);
  }

  @Test
  void aChatTheBotIsInAlreadyIsNotLeftAlone() {
    Story story = story().hears(says("m1", HEMAT, NOW)).brainAnswers().hears(existed());
    assertThat(story.told(ExistingChatFound.class)).isEmpty();
    assertThat(story.state.existingChat()).isFalse();
  }

  @Test
  void aNumberOnTheIgnoreListIsRecordedAndLeftAlone() {
    Story story = story();
    story.settings = story.settings.withIgnored(List.of("6281100000011"));
    story.hears(says("m1", HEMAT, NOW));
    leftAlone(story, IgnoreReason.IGNORE_LIST);
  }

  @Test
  void theSwitchOverAllChatsSilencesTheBotAlsoWhileItThinks() {
    Story story = story().hears(says("m1", HEMAT, NOW));
    story.settings = story.settings.withBotOn(false);
    story.brainAnswers().hears(says("m2", "halo?", NOW));
    assertThat(story.effects(Effect.Send.class)).isEmpty();
    assertThat(story.told(MessageIgnored.class))
        .extracting(MessageIgnored::messageId, MessageIgnored::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("m1", IgnoreReason.BOT_OFF),
            org.assertj.core.groups.Tuple.tuple("m2", IgnoreReason.BOT_OFF));
    story.settings = story.settings.withBotOn(true);
    story.hears(says("m3", "hotelnya apa kak?", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(1);
  }

  @Test
  void whatWaitsWhenTheBotIsSwitchedOffHereIsToldAsIgnored() {
    Story story = story().hears(says("m1", HEMAT, NOW));
    order(story, new SwitchBot(false));
    assertThat(story.told(MessageIgnored.class))
        .containsExactly(new MessageIgnored("m1", IgnoreReason.BOT_OFF));
  }

  @Test
  void anEmptyMessageDoesNotSwallowTheQuestionBeforeIt() {
    Story story = story().hears(says("m1", HEMAT, NOW)).hears(says("m2", "", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(1);
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m1");
  }
}
