package io.rihla.api.prompts;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.commands.AnsweredCommands;
import io.rihla.api.commands.ConversationCommands;
import io.rihla.api.security.AccessTable;
import io.rihla.api.security.Caller;
import io.rihla.schemas.prompts.PromptCommand;
import io.rihla.schemas.prompts.PromptOrder;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;

/** Asks the registry of prompts for a change, in the caller's name. */
final class PromptCommands {
  private final AnsweredCommands commands;
  private final Clock clock;

  PromptCommands(AnsweredCommands commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  void carryOut(ServerRequest request, PromptType type, PromptOrder order) {
    Caller caller = Caller.of(request);
    String id = ConversationCommands.newId();
    var unused =
        commands.carryOut(
            Topics.PROMPT_COMMANDS,
            type.name(),
            id,
            new PromptCommand(
                id,
                clock.millis(),
                caller.name(),
                caller.acting(AccessTable.PROMPT_WRITERS),
                request.remotePeer().host(),
                type,
                order));
  }
}
