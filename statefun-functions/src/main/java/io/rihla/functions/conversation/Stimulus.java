package io.rihla.functions.conversation;

import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.functions.AdoptConversation;
import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.PatienceOver;
import io.rihla.schemas.functions.QuietWindowOver;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.whatsapp.WhatsAppEvent;

/** What can reach a conversation. */
public sealed interface Stimulus {
  record FromWhatsApp(WhatsAppEvent event) implements Stimulus {}

  record Commanded(ConversationCommand command) implements Stimulus {}

  record WindowOver(QuietWindowOver window) implements Stimulus {}

  /** Somebody should have acted by now. */
  record Waited(PatienceOver patience) implements Stimulus {}

  record Thinking(Thought thought) implements Stimulus {}

  /** Another function could not do what it was asked; its message is a dead letter. */
  record Failed(String function, String subject, String detail, String letterId)
      implements Stimulus {}

  record Delivered(DeliveryReport report) implements Stimulus {}

  /** A lid turned out to be this customer. */
  record Adopted(AdoptConversation conversation) implements Stimulus {}
}
