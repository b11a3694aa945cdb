package io.rihla.functions.conversation;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.QuietWindowOver;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.jamaah.JamaahRecord;
import io.rihla.schemas.outbound.OutboundReply;
import java.time.Duration;

/** What a conversation wants done beside its events. */
public sealed interface Effect {
  record WakeAfter(Duration delay, QuietWindowOver message) implements Effect {}

  record Think(ThoughtRequest request) implements Effect {}

  record Send(OutboundReply reply) implements Effect {}

  record Cancel(CancelReply cancel) implements Effect {}

  /** Tells who sent a command what became of it. */
  record Answer(AdminAction action) implements Effect {}

  record Register(JamaahRecord pilgrim) implements Effect {}
}
