package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Timeline;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.BotSwitched;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverReleased;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.OptedIn;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.ReturnedToBot;
import io.rihla.schemas.conversation.TakenOverFromPhone;

/**
 * The bot plans nothing for a chat while a human holds it, while it is switched off there, or after
 * the customer said stop. What is only told to the API has no parts and is no message.
 */
record TheBotKeepsSilent() implements Check {
  @Override
  public void check(History history, Notes notes) {
    for (Timeline timeline : Timeline.of(history)) {
      boolean held = false;
      boolean off = false;
      boolean stopped = false;
      for (ConversationEvent event : timeline.events()) {
        switch (event.payload()) {
          case HandoverAssigned e -> held = true;
          case TakenOverFromPhone e -> held = true;
          case HandoverReleased e -> held = false;
          case HandoverResolved e -> held = false;
          case ReturnedToBot e -> held = false;
          case BotSwitched bot -> off = !bot.on();
          case OptedOut e -> stopped = true;
          case OptedIn e -> stopped = false;
          case ReplyPlanned reply
              when reply.author() == Author.BOT && !reply.partIds().isEmpty() -> {
            notes.checked();
            if (held || off || stopped) {
              notes.violation(
                  timeline.customer(),
                  "reply %s was planned by the bot %s"
                      .formatted(
                          reply.replyId(),
                          held
                              ? "while a human held the conversation"
                              : off
                                  ? "while it was switched off"
                                  : "after the customer said stop"));
            }
          }
          default -> {
            // changes nothing about who may speak
          }
        }
      }
    }
  }
}
