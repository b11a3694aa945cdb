package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.Check;
import io.rihla.launcher.verify.Notes;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.launcher.verify.rules.Endings.Ending;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.topics.Topics;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message that was accepted led to a reply, to a human, to a reason why not, or to a dead letter.
 * The same message reported again is one message.
 */
record EveryMessageEnds(Patience patience) implements Check {
  @Override
  public void check(History history, Notes notes) {
    Endings endings = new Endings(history);
    Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
    Set<String> known = new HashSet<>();
    for (Logged<WhatsAppEvent> logged : history.inbound()) {
      WhatsAppEvent event = logged.value();
      boolean first = known.add(event.customerKey() + event.session() + event.messageId());
      if (event.signal() instanceof InboundMessage && first) {
        notes.checked();
        Optional<Ending> ending =
            endings
                .of(event.customerKey(), event.messageId(), event.receivedAt())
                .or(
                    () ->
                        endings.buried(Topics.WHATSAPP_INBOUND.name(), logged)
                            ? Optional.of(Ending.DEAD_LETTER)
                            : Optional.empty());
        note(
            history,
            notes,
            counts,
            ending,
            event.customerKey(),
            event.messageId(),
            event.receivedAt());
      }
    }
    for (Logged<ConversationEvent> logged : history.events()) {
      ConversationEvent event = logged.value();
      // a turn through the API is a command and no record of the inbound topic
      if (event.payload() instanceof MessageReceived received
          && received.channel() == Channel.API) {
        notes.checked();
        note(
            history,
            notes,
            counts,
            endings.of(event.customerKey(), received.messageId(), event.recordedAt()),
            event.customerKey(),
            received.messageId(),
            event.recordedAt());
      }
    }
    if (!counts.isEmpty()) {
      notes.remark(
          counts.entrySet().stream()
              .map(count -> count.getValue() + " " + words(count.getKey()))
              .collect(Collectors.joining(", ")));
    }
  }

  private void note(
      History history,
      Notes notes,
      Map<Ending, Integer> counts,
      Optional<Ending> ending,
      String customer,
      String messageId,
      long at) {
    if (ending.isPresent()) {
      counts.merge(ending.get(), 1, Integer::sum);
    } else if (patience.mayThink(history, at)) {
      notes.pending(customer, "message %s is being answered".formatted(messageId));
    } else {
      notes.violation(customer, "message %s led to nothing".formatted(messageId));
    }
  }

  private static String words(Ending ending) {
    return ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
