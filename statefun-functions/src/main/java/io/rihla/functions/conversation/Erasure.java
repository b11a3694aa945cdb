package io.rihla.functions.conversation;

import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.conversation.CustomerErased;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.functions.OpenReply;
import java.util.List;
import java.util.Optional;

/** Forgets a customer: what is not yet out stays in, an open journey is lost, the rest is blank. */
final class Erasure {
  private static final String REASON = "erased";

  private Erasure() {}

  static Optional<String> erase(Ledger ledger, ConversationCommand command) {
    String actor = Commands.actor(command);
    List<OpenReply> begun = ledger.state().openReplies();
    Replies.cancel(ledger, begun, REASON);
    if (ledger.state().open()) {
      ledger.write(actor, new JourneyClosed(Outcome.LOST, REASON));
    }
    Patience.clear(ledger);
    ledger.write(actor, new CustomerErased(command.actor()));
    return Optional.empty();
  }
}
