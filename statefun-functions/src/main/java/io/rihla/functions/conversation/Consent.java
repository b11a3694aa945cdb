package io.rihla.functions.conversation;

import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.intent.Understanding;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.OptedIn;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.OpenReply;
import java.util.List;

/**
 * Who said stop hears nothing more from the bot, not even what was already decided, until she
 * writes again and asks.
 */
final class Consent {
  private final IntentRules words;

  Consent(IntentRules words) {
    this.words = words;
  }

  /** Whether the bot keeps silent about this burst; then the burst is closed. */
  boolean refuses(Ledger ledger, List<BurstMessage> burst) {
    if (ApiTurns.only(ledger.state(), burst)) {
      return false;
    }
    Understanding meaning = words.understand(Burst.text(burst));
    String messageId = burst.getLast().messageId();
    if (meaning.intent() == Intent.STOP || endsWithStop(burst)) {
      if (!ledger.state().optedOut()) {
        List<OpenReply> begun = Replies.begunByBot(ledger.state());
        ledger.write(Ledger.CUSTOMER, new OptedOut(messageId));
        Replies.cancel(ledger, begun, "opted_out");
      }
      ignore(ledger, burst);
      return true;
    }
    if (!ledger.state().optedOut()) {
      return false;
    }
    if (asks(meaning)) {
      ledger.write(Ledger.CUSTOMER, new OptedIn(messageId));
      return false;
    }
    ignore(ledger, burst);
    return true;
  }

  /** Whoever ends with a stop means it, whatever came before. */
  private boolean endsWithStop(List<BurstMessage> burst) {
    String last = burst.getLast().text();
    return last != null && words.understand(last).intent() == Intent.STOP;
  }

  private static boolean asks(Understanding meaning) {
    return switch (meaning.intent()) {
      case DETAILS, PREFERENCES, PAYMENT, HUMAN, GREETING -> true;
      case THANKS, AFFIRM, DENY, STOP, ANGER, OTHER -> false;
    };
  }

  private static void ignore(Ledger ledger, List<BurstMessage> burst) {
    burst.forEach(
        message ->
            ledger.write(
                Ledger.SYSTEM, new MessageIgnored(message.messageId(), IgnoreReason.OPTED_OUT)));
  }
}
