package io.rihla.functions.conversation;

import static io.rihla.functions.Samples.NOW;
import static io.rihla.functions.Samples.says;
import static io.rihla.functions.Samples.travelPackage;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.functions.Ball;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.whatsapp.PhoneLearned;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A lid whose phone becomes known. */
class MergingTest {
  private static final String HEMAT = "UMR_MAR_2027_HEMAT";
  private static final String PHONE = "6281100000011";
  private static final CustomerKey OWNER = new CustomerKey("c_fedcba9876543210fedcba98");

  private final Story lid = story(Samples.CUSTOMER);
  private final Story phone = story(OWNER);

  private static Story story(CustomerKey customer) {
    return new Story(
        Duration.ofMillis(1_500),
        Samples.catalog(travelPackage(HEMAT, "2027-03-15", 20)),
        customer);
  }

  private static Story answered(Story story, String id, String text) {
    return story
        .hears(says(id, text, story.now))
        .after(Duration.ofSeconds(2))
        .brainAnswers()
        .wahaAccepts();
  }

  /** The lid learns its phone, and the phone's conversation takes over. */
  private void merge() {
    lid.hears(Samples.event("learned", false, lid.now, new PhoneLearned(PHONE, OWNER.value())));
    phone.now = Math.max(phone.now, lid.now);
    Effect.HandOn handed = lid.effects(Effect.HandOn.class).getLast();
    assertThat(handed.customer()).isEqualTo(OWNER.value());
    phone.take(new Stimulus.Adopted(handed.conversation()));
  }

  private void forwarded(Stimulus stimulus) {
    int events = lid.events.size();
    lid.take(stimulus);
    assertThat(lid.events).hasSize(events);
    Effect.Forward forward = lid.effects(Effect.Forward.class).getLast();
    assertThat(forward.customer()).isEqualTo(OWNER.value());
    phone.take(forward.stimulus());
  }

  @Test
  void theOpenJourneyMovesWithItsOwnTimesToAPhoneNobodyKnew() {
    answered(lid, "m1", HEMAT);
    lid.after(Duration.ofMinutes(10));
    answered(lid, "m2", "hotelnya di mana?");
    lid.after(Duration.ofMinutes(10));
    answered(lid, "m3", "mau daftar, cara bayarnya gimana?");
    long opened = lid.state.openedAt();
    long booked = lid.state.bookingAt();
    merge();

    assertThat(lid.told(CustomerForwarded.class))
        .containsExactly(new CustomerForwarded(OWNER.value(), OWNER.conversationId()));
    assertThat(lid.state.history()).isEmpty();
    assertThat(phone.told(CustomerMerged.class))
        .containsExactly(
            new CustomerMerged(Samples.CUSTOMER.value(), Samples.CUSTOMER.conversationId()));
    assertThat(phone.told(PhaseChanged.class))
        .extracting(PhaseChanged::to)
        .containsExactly(Phase.LEADS, Phase.INTEREST, Phase.BOOKING);
    assertThat(
            phone.events.stream()
                .filter(event -> event.payload() instanceof JourneyOpened)
                .map(ConversationEvent::eventTime))
        .containsExactly(opened);
    assertThat(
            phone.events.stream()
                .filter(
                    event ->
                        event.payload() instanceof PhaseChanged changed
                            && changed.to() == Phase.BOOKING)
                .map(ConversationEvent::eventTime))
        .containsExactly(booked);
    assertThat(phone.told(CampaignAttributed.class))
        .extracting(CampaignAttributed::campaignCode, CampaignAttributed::touch)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(HEMAT, Touch.FIRST));
    assertThat(phone.state.journey()).isEqualTo(1);
    assertThat(phone.state.packageCode()).isEqualTo(HEMAT);
    assertThat(phone.state.phone()).isEqualTo(PHONE);
    assertThat(phone.state.ball()).isEqualTo(Ball.WAITING);
    assertThat(phone.state.leads())
        .singleElement()
        .satisfies(
            lead -> {
              assertThat(lead.leadId()).isEqualTo(lid.told(LeadCreated.class).getFirst().leadId());
              assertThat(lead.journey()).isEqualTo(1);
            });
    assertThat(phone.state.history()).extracting(turn -> turn.text()).contains(HEMAT);
  }

  @Test
  void whoWasGreetedAsALidIsNotGreetedAgain() {
    answered(lid, "m1", HEMAT);
    // the phone speaks first, and its message and what the lid knows meet in one burst
    phone.now = lid.now;
    phone.hears(says("m2", "fasilitasnya apa saja kak?", phone.now));
    merge();
    phone.after(Duration.ofSeconds(2));
    assertThat(phone.effects(Effect.Think.class).getLast().request().situation())
        .isEqualTo(Situation.TURN);
  }

  @Test
  void theHigherPhaseAndTheEarlierOpeningWinWhereBothHadAJourney() {
    answered(lid, "m1", HEMAT);
    answered(lid, "m2", "hotelnya di mana?");
    phone.now = lid.now + 60_000;
    answered(phone, "p1", "assalamualaikum");
    long opened = lid.state.openedAt();
    assertThat(phone.state.phase()).isEqualTo(Phase.LEADS);
    merge();
    assertThat(phone.told(JourneyOpened.class)).hasSize(1);
    assertThat(phone.state.phase()).isEqualTo(Phase.INTEREST);
    assertThat(phone.state.openedAt()).isEqualTo(opened);
    assertThat(phone.told(CampaignAttributed.class).getLast().touch()).isEqualTo(Touch.FIRST);
  }

  @Test
  void aTwinThatWasAnsweredUnderTheLidIsNotAnsweredAgain() {
    answered(lid, "m1", HEMAT);
    phone.now = lid.now;
    phone.hears(says("m1", HEMAT, phone.now));
    merge();
    phone.after(Duration.ofSeconds(10));
    assertThat(phone.effects(Effect.Think.class)).isEmpty();
    assertThat(phone.told(MessageIgnored.class))
        .containsExactly(new MessageIgnored("m1", IgnoreReason.DUPLICATE));
  }

  @Test
  void aTwinThatStillWaitsIsAnsweredOnceAndOnlyByThePhone() {
    lid.hears(says("m1", HEMAT, NOW));
    phone.hears(says("m1", HEMAT, NOW));
    merge();
    lid.after(Duration.ofSeconds(10));
    phone.after(Duration.ofSeconds(10)).brainAnswers();
    assertThat(lid.effects(Effect.Think.class)).isEmpty();
    assertThat(phone.effects(Effect.Send.class)).hasSize(1);
    forwarded(new Stimulus.FromWhatsApp(says("m1", HEMAT, NOW)));
    assertThat(phone.effects(Effect.Think.class)).hasSize(1);
  }

  @Test
  void whatTheLidWasThinkingAboutIsThoughtAboutByThePhone() {
    lid.hears(says("m1", HEMAT, NOW)).after(Duration.ofSeconds(2));
    assertThat(lid.effects(Effect.Think.class)).hasSize(1);
    merge();
    lid.brainAnswers();
    assertThat(lid.effects(Effect.Send.class)).isEmpty();
    phone.after(Duration.ofSeconds(10)).brainAnswers();
    assertThat(phone.effects(Effect.Send.class)).hasSize(1);
    assertThat(phone.lastReply().chatId()).isEqualTo(Samples.CHAT);
  }

  @Test
  void aReplyThatIsGoingOutFinishesAndIsToldUnderThePhone() {
    lid.hears(says("m1", HEMAT, NOW)).after(Duration.ofSeconds(2)).brainAnswers();
    merge();
    int parts = lid.lastReply().parts().size();
    Story sender = lid;
    for (int i = 0; i < parts; i++) {
      var part = sender.lastReply().parts().get(i);
      forwarded(
          new Stimulus.Delivered(
              new io.rihla.schemas.functions.DeliveryReport(
                  sender.lastReply().replyId(),
                  part.partId(),
                  i,
                  lid.now,
                  part.content(),
                  new io.rihla.schemas.functions.PartSent("WA" + part.partId(), 1, false))));
    }
    assertThat(phone.state.openReplies()).isEmpty();
    assertThat(phone.told(MessageSent.class)).isNotEmpty();
    phone.hears(Samples.own("WA" + lid.lastReply().parts().getFirst().partId(), null, "app", NOW));
    assertThat(phone.told(TakenOverFromPhone.class)).isEmpty();
  }

  @Test
  void commandsForTheLidReachThePhone() {
    answered(lid, "m1", HEMAT);
    merge();
    forwarded(
        new Stimulus.Commanded(
            new ConversationCommand(
                "cmd_1",
                NOW,
                Samples.CUSTOMER.value(),
                "default",
                "ani",
                Role.SALES_ADMIN,
                null,
                new Assign("ani", null, false))));
    assertThat(phone.state.holder()).isEqualTo("ani");
    assertThat(phone.effects(Effect.Answer.class)).hasSize(1);
  }

  @Test
  void takingOverCancelsAlsoWhatTheLidHasBegunToSay() {
    lid.hears(says("m1", HEMAT, NOW)).after(Duration.ofSeconds(2)).brainAnswers();
    merge();
    phone.take(
        new Stimulus.Commanded(
            new ConversationCommand(
                "cmd_1",
                NOW,
                OWNER.value(),
                "default",
                "ani",
                Role.SALES_ADMIN,
                null,
                new Assign("ani", null, false))));
    assertThat(phone.effects(Effect.Cancel.class))
        .extracting(Effect.Cancel::customer)
        .containsExactly(OWNER.value(), Samples.CUSTOMER.value());
  }

  @Test
  void aLidNobodyHeardOfLeavesNoTrace() {
    lid.hears(Samples.event("learned", false, NOW, new PhoneLearned(PHONE, OWNER.value())));
    assertThat(lid.events).isEmpty();
    assertThat(lid.effects).isEmpty();
  }

  @Test
  void adoptingTwiceChangesNothing() {
    answered(lid, "m1", HEMAT);
    merge();
    int events = phone.events.size();
    phone.take(new Stimulus.Adopted(lid.effects(Effect.HandOn.class).getLast().conversation()));
    assertThat(phone.events).hasSize(events);
  }

  @Test
  void whoHoldsTheLidsConversationHoldsThePhones() {
    answered(lid, "m1", HEMAT);
    lid.take(
        new Stimulus.Commanded(
            new ConversationCommand(
                "cmd_1",
                NOW,
                Samples.CUSTOMER.value(),
                "default",
                "ani",
                Role.SALES_ADMIN,
                null,
                new Assign("ani", null, false))));
    merge();
    assertThat(phone.state.ball()).isEqualTo(Ball.ASSIGNED);
    assertThat(phone.state.holder()).isEqualTo("ani");
  }
}
