package io.rihla.functions.conversation;

import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.intent.Understanding;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.Turn;
import io.rihla.schemas.identity.CampaignCode;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns that fall out of the history leave what matters of them in the summary: who travels and
 * when, which packages, what was asked, what we promised. The same turns, the same summary.
 */
final class Remembering {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?\\n])\\s+");
  private static final Pattern PROMISE =
      Pattern.compile(
          "(?iu)\\b(akan|nanti|segera|kabari|konfirmasi|will|shall|confirm)\\b|سوف|سنقوم|سيقوم|سيؤكد");

  private final IntentRules words;

  Remembering(IntentRules words) {
    this.words = words;
  }

  void keep(Ledger ledger, ConversationState before) {
    List<Turn> dropped = dropped(before.history(), ledger.state().history());
    if (dropped.isEmpty()) {
      return;
    }
    Summary summary = Summary.parse(ledger.state().summary());
    String name = ledger.state().name();
    if (name != null) {
      summary.set("Name", name);
    }
    dropped.forEach(turn -> note(summary, turn));
    ledger.amend(state -> state.withSummary(summary.text()));
  }

  /** Only a full history drops: a shorter one lost its turns because they were taken back. */
  private static List<Turn> dropped(List<Turn> before, List<Turn> after) {
    if (after.size() < Evolution.HISTORY || before.isEmpty()) {
      return List.of();
    }
    int kept = before.indexOf(after.getFirst());
    return kept < 0 ? before : before.subList(0, kept);
  }

  private void note(Summary summary, Turn turn) {
    CampaignCode.findAll(turn.text()).forEach(code -> summary.add("Packages", code.value()));
    if (!turn.author().equals(Ledger.CUSTOMER)) {
      SENTENCE_END
          .splitAsStream(turn.text())
          .filter(sentence -> PROMISE.matcher(sentence).find())
          .findFirst()
          .ifPresent(sentence -> summary.add("Promised", sentence.strip()));
      return;
    }
    Understanding meaning = words.understand(turn.text());
    meaning
        .slots()
        .people()
        .ifPresent(people -> summary.set("Travellers", Integer.toString(people)));
    meaning
        .slots()
        .month()
        .ifPresent(
            month ->
                summary.set(
                    "Month", Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    meaning.topics().stream()
        .filter(topic -> topic != TopicOfQuestion.OTHER && topic != TopicOfQuestion.GREETING)
        .forEach(topic -> summary.add("Asked about", topic.name().toLowerCase(Locale.ROOT)));
  }
}
