package io.rihla.functions.conversation;

import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.QuietWindowOver;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.whatsapp.WhatsAppEvent;

/** What can reach a conversation. */
public sealed interface Stimulus {
  record FromWhatsApp(WhatsAppEvent event) implements Stimulus {}

  record WindowOver(QuietWindowOver window) implements Stimulus {}

  record Thinking(Thought thought) implements Stimulus {}

  /** The brain failed on this thought: an answer will not come. */
  record ThinkingFailed(String thoughtId, String detail) implements Stimulus {}

  record Delivered(DeliveryReport report) implements Stimulus {}
}
