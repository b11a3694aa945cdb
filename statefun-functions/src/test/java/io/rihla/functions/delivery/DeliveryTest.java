package io.rihla.functions.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.DeliveryState;
import io.rihla.schemas.functions.PartCancelled;
import io.rihla.schemas.functions.PartFailed;
import io.rihla.schemas.functions.PartSent;
import io.rihla.schemas.outbound.FileKind;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.outbound.TextPart;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final FakeWaha waha = new FakeWaha();
  private final List<DeliveryReport> reports = new ArrayList<>();
  private final List<Delivery.Wake> wakes = new ArrayList<>();
  private DeliveryState state = Delivery.begin();
  private long now = Samples.NOW;

  @Test
  void aReplyIsPlayedInOrderSeenTypingTextAndOnce() {
    Delivery delivery = new Delivery(waha, Typing.HUMAN);
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    playAll(delivery);
    assertThat(waha.calls)
        .containsExactly(
            "seen m1",
            "typing true",
            "typing false",
            "send satu",
            "typing true",
            "typing false",
            "send dua");
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("satu", "dua");
    assertThat(reports).hasSize(2).allMatch(report -> report.outcome() instanceof PartSent);
  }

  @Test
  void theReplayOfAStepThatReachedWahaSendsNothingAgain() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    DeliveryState before = state;
    take(delivery.accept(state, reply("r1", "satu"), now));
    // the state was lost with the process, the message is in the chat
    take(delivery.accept(before, reply("r1", "satu"), now + 5_000));
    assertThat(waha.sent()).containsExactly("satu");
    assertThat(((PartSent) reports.getLast().outcome()).reconciled()).isTrue();
  }

  @Test
  void anEngineThatChoosesItsOwnIdsIsReconciledByText() {
    waha.ownIds = true;
    Delivery delivery = new Delivery(waha, Typing.NONE);
    DeliveryState before = state;
    take(delivery.accept(state, reply("r1", "satu"), now));
    take(delivery.accept(before, reply("r1", "satu"), now));
    assertThat(waha.sent()).containsExactly("satu");
  }

  @Test
  void twoPartsOfTheSameTextAreBothSent() {
    waha.ownIds = true;
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "sama", "sama"), now));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("sama", "sama");
  }

  @Test
  void aTimeoutAfterAcceptingIsFoundInTheChatAndNotSentTwice() {
    waha.timeoutsAfterAccept = 1;
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("satu", "dua");
  }

  @Test
  void aCancelledPartThatWahaHadTakenIsToldAsSent() {
    waha.timeoutsAfterAccept = 1;
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    take(delivery.cancel(state, new CancelReply("r1", "taken_over", false), now));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("satu");
    assertThat(reports.getFirst().outcome()).isInstanceOf(PartSent.class);
    assertThat(reports.getLast().outcome()).isInstanceOf(PartCancelled.class);
  }

  @Test
  void whileWahaIsDownItWaitsWithBackoffAndKeepsTheOrder() {
    waha.down = true;
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu"), now));
    take(delivery.accept(state, reply("r2", "dua"), now));
    for (int i = 0; i < 5; i++) {
      playNext(delivery);
    }
    assertThat(wakes.getFirst().delay().toSeconds()).isGreaterThanOrEqualTo(16);
    waha.down = false;
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("satu", "dua");
  }

  @Test
  void aReplyOlderThanThirtyMinutesIsReportedAndNotSent() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu"), now + 31 * 60_000));
    assertThat(waha.sent()).isEmpty();
    assertThat(reports.getFirst().outcome()).isInstanceOf(PartFailed.class);
  }

  @Test
  void aCancelThatArrivesBeforeTheReplyHoldsItBack() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.cancel(state, new CancelReply("r1", "taken_over", false), now));
    take(delivery.accept(state, reply("r1", "satu"), now));
    assertThat(waha.sent()).isEmpty();
    assertThat(reports.getFirst().outcome()).isInstanceOf(PartCancelled.class);
  }

  @Test
  void aCancelledReplyThatWentOutBeforeACrashIsToldAsSent() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    DeliveryState before = state;
    take(delivery.accept(state, reply("r1", "satu"), now));
    // the state was lost with the process; this time the cancel is read first
    take(delivery.cancel(before, new CancelReply("r1", "taken_over", false), now));
    take(delivery.accept(state, reply("r1", "satu"), now + 5_000));
    assertThat(reports).hasSize(2).allMatch(report -> report.outcome() instanceof PartSent);
  }

  @Test
  void anAnswerThatIsAskedBackIsKeptInWholeWhileTheCustomerSeesTyping() {
    Delivery delivery = new Delivery(waha, Typing.HUMAN);
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    take(delivery.cancel(state, askedBack("r1"), now));
    playAll(delivery);
    assertThat(waha.sent()).isEmpty();
    assertThat(waha.calls).endsWith("typing false");
    assertThat(reports).hasSize(2).allMatch(report -> report.outcome() instanceof PartCancelled);
  }

  @Test
  void anAnswerThatIsAskedBackAfterItBeganGoesOn() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    take(delivery.cancel(state, askedBack("r1"), now));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("satu", "dua");
    assertThat(reports).hasSize(2).allMatch(report -> report.outcome() instanceof PartSent);
  }

  @Test
  void anAnswerThatBeganBeforeACrashGoesOnThoughItIsAskedBackFirst() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    DeliveryState before = state;
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    wakes.clear();
    take(delivery.cancel(before, askedBack("r1"), now));
    take(delivery.accept(state, reply("r1", "satu", "dua"), now + 5_000));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("satu", "dua");
    assertThat(reports).allMatch(report -> report.outcome() instanceof PartSent);
  }

  @Test
  void whatIsAskedBackWhileTheChatCannotBeReadIsToldWhenItCan() {
    waha.down = true;
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu"), now));
    take(delivery.cancel(state, askedBack("r1"), now));
    assertThat(reports).isEmpty();
    waha.down = false;
    playAll(delivery);
    assertThat(waha.sent()).isEmpty();
    assertThat(reports).hasSize(1).allMatch(report -> report.outcome() instanceof PartCancelled);
  }

  @Test
  void aCancelInTheMiddleKeepsTheRestIn() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    take(delivery.cancel(state, new CancelReply("r1", "taken_over", false), now));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("satu");
  }

  @Test
  void aPartThatWahaRefusesIsReportedAndTheNextOneGoesOut() {
    waha.refused = "satu";
    Delivery delivery = new Delivery(waha, Typing.NONE);
    take(delivery.accept(state, reply("r1", "satu", "dua"), now));
    playAll(delivery);
    assertThat(waha.sent()).containsExactly("dua");
    assertThat(reports.getFirst().outcome()).isInstanceOf(PartFailed.class);
  }

  @Test
  void aLateWakeUpOfAnEarlierStepDoesNothing() {
    Delivery delivery = new Delivery(waha, Typing.HUMAN);
    take(delivery.accept(state, reply("r1", "satu"), now));
    Delivery.Wake first = wakes.getFirst();
    playAll(delivery);
    take(delivery.proceed(state, first.step(), now));
    assertThat(waha.sent()).containsExactly("satu");
  }

  @Test
  void aFileIsSentWithItsCaption() {
    Delivery delivery = new Delivery(waha, Typing.NONE);
    ReplyPart file =
        new ReplyPart(
            "P0",
            new FilePart(FileKind.IMAGE, "/media/x.jpg", "x.jpg", "image/jpeg", "Paket Hemat"));
    take(
        delivery.accept(
            state,
            new OutboundReply(
                "r1",
                "c",
                "conv",
                "default",
                "62811@c.us",
                Author.BOT,
                now,
                List.of(),
                List.of(file)),
            now));
    assertThat(waha.sent()).containsExactly("Paket Hemat");
  }

  private static CancelReply askedBack(String replyId) {
    return new CancelReply(replyId, "superseded", true);
  }

  private void take(Delivery.Result result) {
    state = result.state();
    reports.addAll(result.reports());
    wakes.addAll(result.wakes());
  }

  private void playNext(Delivery delivery) {
    Delivery.Wake wake = wakes.removeFirst();
    now += wake.delay().toMillis();
    take(delivery.proceed(state, wake.step(), now));
  }

  private void playAll(Delivery delivery) {
    while (!wakes.isEmpty()) {
      playNext(delivery);
    }
  }

  private OutboundReply reply(String id, String... texts) {
    List<ReplyPart> parts = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      parts.add(new ReplyPart(id + "-" + i, new TextPart(texts[i])));
    }
    return new OutboundReply(
        id,
        "c_1",
        "conv_1",
        "default",
        "62811@c.us",
        Author.BOT,
        Samples.NOW,
        List.of("m1"),
        parts);
  }
}
