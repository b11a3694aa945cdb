package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.own;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.jamaah.JamaahRecord;
import io.rihla.schemas.outbound.FileKind;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.Media;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";
  private static final String PHONE = "6281100000011";

  private int commands;

  private static Story story() {
    return new Story(Duration.ZERO, Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)));
  }

  private static Story conversation() {
    return story().hears(says("m1", HEMAT, NOW)).brainAnswers().wahaAccepts();
  }

  private AdminAction order(Story story, String actor, ConversationOrder order) {
    return order(story, "cmd_" + ++commands, actor, Role.SALES_ADMIN, order);
  }

  private static AdminAction order(
      Story story, String id, String actor, Role role, ConversationOrder order) {
    story.take(
        new Stimulus.Commanded(
            new ConversationCommand(
                id, NOW, Samples.CUSTOMER.value(), "default", actor, role, null, order)));
    return story.effects(Effect.Answer.class).getLast().action();
  }

  private AdminAction claim(Story story, String who) {
    return order(story, who, new Assign(who, null, false));
  }

  private static void accepted(AdminAction action) {
    assertThat(action.outcome()).as(action.reason()).isEqualTo(AuditOutcome.ACCEPTED);
  }

  private static void refused(AdminAction action, String because) {
    assertThat(action.outcome()).isEqualTo(AuditOutcome.REJECTED);
    assertThat(action.reason()).contains(because);
  }

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

  @Test
  void aTurnThroughTheApiIsThoughtAboutAtOnceAndToldButNotSent() {
    Story story =
        new Story(Duration.ofSeconds(2), Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)));
    accepted(
        order(story, "cmd_m", "toko", Role.SALES_ADMIN, new ProcessMessage(PHONE, HEMAT, null)));
    assertThat(story.told(MessageReceived.class))
        .extracting(MessageReceived::channel, MessageReceived::messageId)
        .containsExactly(Tuple.tuple(Channel.API, "cmd_m"));
    story.brainAnswers();
    assertThat(story.effects(Effect.Send.class)).isEmpty();
    TurnAnswered answer = story.told(TurnAnswered.class).getFirst();
    assertThat(answer.messageIds()).containsExactly("cmd_m");
    assertThat(answer.text()).contains("Rp 25.000.000");
    assertThat(answer.media()).extracting(PlannedMedia::type).contains("image");
    assertThat(answer.packageCode()).isEqualTo(HEMAT);
    assertThat(answer.needsHuman()).isFalse();
    assertThat(story.told(ReplyPlanned.class).getFirst().partIds()).isEmpty();
    assertThat(story.state.openReplies()).isEmpty();
    assertThat(story.state.mediaShown()).isNotEmpty();
  }

  @Test
  void aTurnThroughTheApiIsRefusedWhileAHumanHoldsTheConversation() {
    Story story = conversation();
    claim(story, "ani");
    refused(order(story, "toko", new ProcessMessage(PHONE, "halo", null)), "ani");
    assertThat(story.told(MessageReceived.class)).hasSize(1);
  }

  @Test
  void whatAsksOnWhatsAppTooIsAnsweredThere() {
    Story story = conversation();
    int replies = story.effects(Effect.Send.class).size();
    order(story, "cmd_m", "toko", Role.SALES_ADMIN, new ProcessMessage(PHONE, "harganya?", null));
    story.hears(says("m2", "hotelnya?", NOW)).brainAnswers();
    assertThat(story.effects(Effect.Send.class)).hasSize(replies + 1);
    assertThat(story.lastReply().seenMessageIds()).containsExactly("m2");
    assertThat(story.told(TurnAnswered.class).getFirst().messageIds()).containsExactly("cmd_m");
  }

  @Test
  void aPhaseFromOutsideOnlyMovesForward() {
    Story story = story();
    order(story, "toko", new ProcessMessage(PHONE, "halo", Phase.INTEREST));
    story.brainAnswers();
    assertThat(story.state.phase()).isEqualTo(Phase.INTEREST);
    order(story, "toko", new ProcessMessage(PHONE, "halo lagi", Phase.LEADS));
    assertThat(story.state.phase()).isEqualTo(Phase.INTEREST);
  }

  @Test
  void aThoughtThatFailsIsToldToWhoWaits() {
    Story story = story();
    order(story, "toko", new ProcessMessage(PHONE, "halo", null));
    story.take(new Stimulus.Failed("brain", story.state.thought(), "broken", "letter"));
    TurnAnswered answer = story.told(TurnAnswered.class).getFirst();
    assertThat(answer.text()).isEmpty();
    assertThat(answer.needsHuman()).isTrue();
    assertThat(answer.reason()).isEqualTo(HandoverReason.LLM_UNAVAILABLE);
  }

  private static PutLead lead(Phase phase, String code) {
    return new PutLead(PHONE, "Siti", phase, code, "mau berangkat Maret", "whatsapp", 0.9);
  }

  @Test
  void aLeadFromOutsideOpensAJourneyAndTheSecondOneMerges() {
    Story story = story();
    AdminAction created = order(story, "ani", lead(Phase.INTEREST, HEMAT));
    accepted(created);
    assertThat(created.target()).isEqualTo("lead_0123456789abcdef-1");
    assertThat(story.state.phase()).isEqualTo(Phase.INTEREST);
    assertThat(story.state.chatId()).isEqualTo(PHONE + "@c.us");
    assertThat(order(story, "ani", lead(Phase.LEADS, null)).target()).isEqualTo(created.target());
    assertThat(story.told(LeadCreated.class)).hasSize(1);
    assertThat(story.told(LeadMerged.class)).hasSize(1);
    assertThat(story.told(JourneyOpened.class)).hasSize(1);
    assertThat(story.state.phase()).isEqualTo(Phase.INTEREST);
  }

  @Test
  void aBookingWritesThePreliminaryPilgrimOnce() {
    Story story = conversation();
    order(story, "ani", lead(Phase.BOOKING, null));
    order(story, "ani", lead(Phase.BOOKING, null));
    assertThat(story.effects(Effect.Register.class))
        .extracting(Effect.Register::pilgrim)
        .extracting(JamaahRecord::stage, JamaahRecord::packageCode)
        .containsExactly(Tuple.tuple("booking", HEMAT));
  }

  @Test
  void theFirstPaymentClosesTheJourneyAsPaidAndAReferenceCountsOnce() {
    Story story = conversation();
    refused(order(story, "ani", payment("TRX-1", 5_000_000)), "no such lead");
    order(story, "ani", lead(Phase.INTEREST, HEMAT));
    accepted(order(story, "ani", payment("TRX-1", 5_000_000)));
    accepted(order(story, "ani", payment("TRX-1", 5_000_000)));
    refused(order(story, "ani", payment("TRX-1", 6_000_000)), "recorded before as 5000000 IDR");
    refused(order(story, "ani", new RecordPayment("TRX-2", 300, "USD", 2, null)), "in IDR");
    accepted(order(story, "ani", payment("TRX-2", 20_000_000)));
    assertThat(story.told(PaymentRecorded.class))
        .extracting(PaymentRecorded::reference)
        .containsExactly("TRX-1", "TRX-2");
    assertThat(story.told(JourneyClosed.class))
        .extracting(JourneyClosed::outcome)
        .containsExactly(Outcome.PAID);
    assertThat(story.state.phase()).isEqualTo(Phase.BOOKING);
    assertThat(story.state.open()).isFalse();
    assertThat(story.effects(Effect.Register.class))
        .extracting(effect -> effect.pilgrim().stage(), effect -> effect.pilgrim().pax())
        .containsExactlyInAnyOrder(Tuple.tuple("booking", null), Tuple.tuple("paid", 2));
  }

  @Test
  void moneyBelongsToTheJourneyOfItsLeadAlsoWhenTheNextHasBegun() {
    Story story = conversation();
    order(story, "ani", lead(Phase.INTEREST, HEMAT));
    order(story, "ani", payment("TRX-1", 5_000_000));
    order(story, "ani", lead(Phase.LEADS, null));
    assertThat(story.state.journey()).isEqualTo(2);
    RecordPayment second =
        new RecordPayment("TRX-2", 1_000_000, "IDR", 2, "lead_0123456789abcdef-1");
    accepted(order(story, "ani", second));
    assertThat(story.events.stream().filter(e -> e.payload() instanceof PaymentRecorded).toList())
        .extracting(ConversationEvent::journey)
        .containsExactly(1, 1);
    assertThat(story.state.open()).isTrue();
  }

  @Test
  void noMoreIsRefundedThanWasPaid() {
    Story story = conversation();
    order(story, "ani", lead(Phase.INTEREST, HEMAT));
    order(story, "ani", payment("TRX-1", 5_000_000));
    refused(order(story, "ani", refund("REF-1", 6_000_000)), "no more than 5000000 IDR");
    accepted(order(story, "ani", refund("REF-1", 4_000_000)));
    accepted(order(story, "ani", refund("REF-1", 4_000_000)));
    refused(order(story, "ani", refund("REF-2", 4_000_000)), "no more than 1000000 IDR");
    assertThat(story.told(PaymentRefunded.class)).hasSize(1);
  }

  @Test
  void aJourneyIsLostOnceAndWithAReason() {
    Story story = conversation();
    order(story, "ani", lead(Phase.INTEREST, HEMAT));
    refused(order(story, "ani", close(Outcome.PAID)), "payment");
    accepted(order(story, "ani", close(Outcome.LOST)));
    accepted(order(story, "ani", close(Outcome.LOST)));
    refused(order(story, "ani", close(Outcome.CANCELLED)), "LOST");
    assertThat(story.told(JourneyClosed.class))
        .extracting(JourneyClosed::reason)
        .containsExactly("terlalu mahal");
  }

  private static RecordPayment payment(String reference, long amount) {
    return new RecordPayment(reference, amount, "IDR", 2, null);
  }

  private static RecordRefund refund(String reference, long amount) {
    return new RecordRefund(reference, amount, "IDR", null);
  }

  private static CloseJourney close(Outcome outcome) {
    return new CloseJourney(outcome, "terlalu mahal", null);
  }
}
