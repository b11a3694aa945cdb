package io.rihla.functions.conversation;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.functions.AdoptConversation;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.PatienceOver;
import io.rihla.schemas.functions.QuietWindowOver;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.jamaah.JamaahRecord;
import io.rihla.schemas.outbound.OutboundReply;
import java.time.Duration;

/** What a conversation wants done beside its events. */
public sealed interface Effect {
  record WakeAfter(Duration delay, QuietWindowOver message) implements Effect {}

  /** Looks again whether people have done what they were awaited for. */
  record Remind(Duration delay, PatienceOver message) implements Effect {}

  record Think(ThoughtRequest request) implements Effect {}

  record Send(OutboundReply reply) implements Effect {}

  /** Keeps in what is not yet out; the delivery of {@code customer} plays the reply. */
  record Cancel(String customer, CancelReply cancel) implements Effect {}

  /** Tells who sent a command what became of it. */
  record Answer(AdminAction action) implements Effect {}

  record Register(JamaahRecord pilgrim) implements Effect {}

  /** Another key is this customer: it takes over everything that is known. */
  record HandOn(String customer, AdoptConversation conversation) implements Effect {}

  /** What still reaches a key that lives on elsewhere. */
  record Forward(String customer, Stimulus stimulus) implements Effect {}
}
