package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Rule;
import io.rihla.launcher.verify.RuleGroup;
import java.util.List;

/** What is promised about conversations, by subject. */
public final class ConversationRules {
  private ConversationRules() {}

  public static List<RuleGroup> groups(Patience patience) {
    return List.of(messages(patience), replies(patience), log(patience));
  }

  private static RuleGroup messages(Patience patience) {
    return new RuleGroup(
        "messages",
        List.of(
            new Rule(
                "message-ends",
                "every accepted message ended as reply, human, ignored with reason or dead letter",
                new EveryMessageEnds(patience)),
            new Rule(
                "phase-forward", "the phase of a journey never goes back", new PhasesGoForward()),
            new Rule(
                "journey-numbers",
                "journeys are numbered without a gap",
                new JourneysAreNumbered()),
            new Rule(
                "bot-silent",
                "the bot plans nothing while a human holds the chat, while switched off, after stop",
                new TheBotKeepsSilent())));
  }

  private static RuleGroup replies(Patience patience) {
    return new RuleGroup(
        "replies",
        List.of(
            new Rule(
                "part-ends",
                "every planned part was sent, given up with a reason or cancelled",
                new EveryPartEnds(patience)),
            new Rule(
                "answered-once",
                "no message is answered twice, nothing that was taken back is shown",
                new EveryMessageIsAnsweredOnce()),
            new Rule("sent-once", "no part is sent or shown twice", new NothingIsSentTwice()),
            new Rule(
                "sent-as-planned",
                "log, outgoing topic and WhatsApp agree on what was said",
                new OnlyPlannedIsSent(patience)),
            new Rule(
                "sent-in-order",
                "customers read parts in the order they were planned",
                new PartsKeepTheirOrder())));
  }

  private static RuleGroup log(Patience patience) {
    return new RuleGroup(
        "log",
        List.of(
            new Rule(
                "event-numbers",
                "the events of a customer are numbered 1, 2, 3 … in the log",
                new EventsAreNumbered()),
            new Rule(
                "event-fields",
                "every event has the fields its kind demands",
                new FieldsAreThere(RequiredFields.standard())),
            new Rule(
                "records-readable",
                "every record is a known version of its message",
                new EveryRecordIsReadable()),
            new Rule(
                "archive-complete",
                "ClickHouse has exactly the events of the log",
                new TheArchiveIsComplete(patience))));
  }
}
