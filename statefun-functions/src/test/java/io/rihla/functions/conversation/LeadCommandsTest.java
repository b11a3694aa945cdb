package io.rihla.functions.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.commands.*;
import io.rihla.schemas.conversation.*;
import io.rihla.schemas.jamaah.JamaahRecord;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class LeadCommandsTest extends Commanded {
  private static final String RAMADAN = "UMR_RAM_2027_VIP";

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
  void anotherPackageIsAnotherPilgrimRecordAlsoWhenItIsTheFirstOneAgain() {
    List<JamaahRecord> records = changesOfMind();
    assertThat(records)
        .extracting(JamaahRecord::packageCode)
        .containsExactly(HEMAT, RAMADAN, HEMAT);
    assertThat(records).extracting(JamaahRecord::recordId).doesNotHaveDuplicates();
    assertThat(records.getFirst().recordId()).isEqualTo("lead_0123456789abcdef-1-booking");
    assertThat(changesOfMind()).as("played again").isEqualTo(records);
  }

  private List<JamaahRecord> changesOfMind() {
    Story story = conversation();
    order(story, "ani", lead(Phase.BOOKING, null));
    order(story, "ani", lead(Phase.BOOKING, RAMADAN));
    order(story, "ani", lead(Phase.BOOKING, RAMADAN));
    order(story, "ani", lead(Phase.BOOKING, HEMAT));
    return story.effects(Effect.Register.class).stream().map(Effect.Register::pilgrim).toList();
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
