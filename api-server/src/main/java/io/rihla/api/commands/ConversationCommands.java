package io.rihla.api.commands;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.security.AccessTable;
import io.rihla.api.security.Caller;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.commands.ConversationCommand;
import io.rihla.schemas.commands.ConversationOrder;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Commands to a conversation. */
public final class ConversationCommands {
  private static final Pattern HELD = Pattern.compile("(.+?) holds this conversation\\b");

  private final AnsweredCommands commands;
  private final Clock clock;

  public ConversationCommands(AnsweredCommands commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /** The accepted command's audit action; a refused one ends the request with 409. */
  public AdminAction carryOut(
      ServerRequest request, ConversationKeys.Target target, ConversationOrder order) {
    return carryOut(request, AnsweredCommands.newId(), target, order);
  }

  public AdminAction carryOut(
      ServerRequest request, String id, ConversationKeys.Target target, ConversationOrder order) {
    Caller caller = Caller.of(request);
    ConversationCommand command =
        new ConversationCommand(
            id,
            clock.millis(),
            target.customerKey(),
            target.session(),
            caller.name(),
            caller.acting(AccessTable.ADMINS),
            request.remotePeer().host(),
            order);
    return commands.carryOut(
        Topics.CONVERSATION_COMMANDS,
        target.customerKey(),
        id,
        command,
        conflict -> conflict.heldBy(holder(conflict.detail())));
  }

  /** The audit names the holder in its words only. */
  private static @Nullable String holder(String reason) {
    Matcher held = HELD.matcher(reason);
    return held.lookingAt() ? held.group(1) : null;
  }
}
