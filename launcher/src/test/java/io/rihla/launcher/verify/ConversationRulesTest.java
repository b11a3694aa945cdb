package io.rihla.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.launcher.verify.history.Archive;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Shown;
import io.rihla.launcher.verify.rules.ConversationRules;
import io.rihla.launcher.verify.rules.Patience;
import io.rihla.launcher.verify.rules.RequiredFields;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.conversation.ReturnedToBot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each corruption of a right history is seen, by exactly the rule that is about it. */
class ConversationRulesTest {
  static Report report(History history) {
    return RuleGroup.report(
        ConversationRules.groups(Patience.ofThinking(Duration.ofMinutes(2))), history);
  }

  static List<String> broken(History history) {
    return report(history).findings().stream()
        .filter(finding -> !finding.holds())
        .map(Finding::rule)
        .toList();
  }

  static Told withAHuman(Told told) {
    return told.event("user:ani", "command-1", new HandoverAssigned("ani", null, null));
  }

  @Test
  void aRightHistoryIsSettled() {
    Told told = withAHuman(Told.rightly()).writes("M3");
    told.event("system", "M3", new MessageIgnored("M3", IgnoreReason.ASSIGNED));
    told.plans("R3", "command-2", Author.ADMIN).sends("R3");
    told.event("user:ani", "command-3", new ReturnedToBot("returned"));
    told.writes("M4").isAnswered("T4", "R4", "M4");
    Report report = report(told.history());
    assertThat(report.settled()).as(report.toString()).isTrue();
    assertThat(report.findings()).allMatch(finding -> finding.checked() > 0);
  }

  @Test
  void aPlannedReplyThatNeverWentOutIsSeen() {
    Told told = Told.rightly();
    told.forget(payload -> payload instanceof MessageSent sent && sent.replyId().equals("R2"));
    told.shown.removeIf(shown -> shown.id().equals("R2P1"));
    assertThat(broken(told.history())).containsExactly("part-ends");
  }

  @Test
  void aDoubledReplyIsSeen() {
    Told told = Told.rightly();
    told.event("bot", "R2", Told.sent("R2", "R2P1", "3EB0SECOND"));
    told.shown.add(new Shown("6281200000001@c.us", "3EB0SECOND", told.now()));
    assertThat(broken(told.history())).containsExactly("sent-once");
  }

  @Test
  void aMessageThatIsAnsweredAgainIsSeen() {
    Told told = Told.rightly().isAnswered("T3", "R3", "M2");
    assertThat(broken(told.history())).containsExactly("answered-once");
  }

  @Test
  void anAnswerThatWasTakenBackIsNoneAndMayNotBeShown() {
    Told inTime = Told.rightly().writes("M3").thinks("T3", "M3").plans("R3", "T3", Author.BOT);
    inTime.event("system", "M4", new ReplyCancelled("R3", "superseded"));
    assertThat(broken(inTime.history())).containsExactly("message-ends");
    inTime.isAnswered("T4", "R4", "M3");
    assertThat(broken(inTime.history())).isEmpty();
    inTime.shown.add(new Shown("6281200000001@c.us", "R3P1", inTime.now()));
    assertThat(broken(inTime.history())).contains("answered-once");
  }

  @Test
  void aMessageThatOnlyWhatsAppKnowsIsSeen() {
    Told told = Told.rightly();
    told.shown.add(new Shown("6281200000001@c.us", "3EB0STRANGE", told.now()));
    assertThat(broken(told.history())).containsExactly("sent-as-planned");
  }

  @Test
  void aNoticeToStaffIsPlannedByItsRecordAndShownOnce() {
    Told told = Told.rightly().tellsStaff("notice_1");
    assertThat(broken(told.history())).isEmpty();
    told.shown.add(new Shown("6281200000099@c.us", "3EB0AGAIN", told.now()));
    assertThat(broken(told.history())).containsExactly("sent-as-planned");
  }

  @Test
  void aReplyThatOvertookAnotherIsSeen() {
    Told told = Told.rightly();
    java.util.Collections.reverse(told.shown);
    assertThat(broken(told.history())).containsExactly("sent-in-order");
  }

  @Test
  void aPhaseStepBackIsSeen() {
    Told told = Told.rightly();
    told.event("bot", "T1", new PhaseChanged(Phase.LEADS, Phase.INTEREST, "asked", "M1", 0.9, "p"));
    told.event("bot", "T2", new PhaseChanged(Phase.INTEREST, Phase.LEADS, "lost", "M2", 0.9, "p"));
    assertThat(broken(told.history())).containsExactly("phase-forward");
  }

  @Test
  void aSendWhileAHumanHoldsTheConversationIsSeen() {
    Told told = withAHuman(Told.rightly());
    told.plans("R3", "T3", Author.BOT).sends("R3");
    assertThat(broken(told.history())).containsExactly("bot-silent");
  }

  @Test
  void aSendAfterStopIsSeen() {
    Told told = Told.rightly().event("customer", "M2", new OptedOut("M2"));
    told.plans("R3", "T3", Author.BOT).sends("R3");
    assertThat(broken(told.history())).containsExactly("bot-silent");
  }

  @Test
  void aGapInTheNumbersIsSeen() {
    Told told = Told.rightly();
    told.events.removeIf(
        event -> event.payload() instanceof AiAnswered answer && answer.thoughtId().equals("T1"));
    assertThat(broken(told.history())).containsExactly("event-numbers");
  }

  @Test
  void anEventWithoutPromptVersionIsSeen() {
    Told told =
        Told.rightly()
            .change(
                payload ->
                    payload instanceof AiAnswered answer && answer.thoughtId().equals("T2")
                        ? unversioned(answer)
                        : payload);
    assertThat(broken(told.history())).containsExactly("event-fields");
    assertThat(report(told.history()).toString()).contains("has no prompt_version");
  }

  @Test
  void aMissingAndAStrangeRowOfTheArchiveAreSeen() {
    History right = Told.rightly().history();
    Archive all = right.archive().orElseThrow();
    assertThat(broken(with(right, all.events().subList(1, all.events().size()))))
        .containsExactly("archive-complete");
    History shorter =
        with(Told.rightly().forget(MessageSent.class::isInstance).history(), all.events());
    assertThat(broken(shorter)).contains("archive-complete");
  }

  @Test
  void theTableOfRequiredFieldsKnowsEveryKindOfEvent() {
    List<String> kinds =
        Arrays.stream(EventPayload.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();
    assertThat(RequiredFields.standard().byKind().keySet())
        .containsAll(kinds)
        .hasSize(kinds.size() + 1);
  }

  private static History with(
      History history, List<io.rihla.launcher.verify.history.ArchivedEvent> rows) {
    return new History(
        history.readAt(),
        history.inbound(),
        history.events(),
        java.util.Map.of(0, 1_000L),
        history.replies(),
        history.letters(),
        history.unreadable(),
        history.shown(),
        Optional.of(new Archive(rows.size(), rows)));
  }

  private static AiAnswered unversioned(AiAnswered answer) {
    return new AiAnswered(
        answer.thoughtId(),
        answer.confidence(),
        answer.model(),
        "",
        answer.variant(),
        answer.latencyMs(),
        answer.inputTokens(),
        answer.outputTokens(),
        answer.intent(),
        answer.topic(),
        answer.language(),
        answer.facts());
  }
}
