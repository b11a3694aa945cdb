package io.rihla.launcher.verify.rules;

import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Logged;
import io.rihla.launcher.verify.history.Merges;
import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.codec.UnreadableMessage;
import io.rihla.schemas.conversation.AiAnswered;
import io.rihla.schemas.conversation.AnswerRejected;
import io.rihla.schemas.conversation.BotSwitched;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerErased;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverRequested;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.MessageRevoked;
import io.rihla.schemas.conversation.RatingReceived;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.conversation.TakenOverFromPhone;
import io.rihla.schemas.conversation.ThoughtRequested;
import io.rihla.schemas.conversation.TurnAnswered;
import io.rihla.schemas.deadletters.DeadLetter;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What became of the messages of a history. */
final class Endings {
  /** How a message can end. */
  enum Ending {
    REPLY,
    HUMAN,
    IGNORED,
    TAKEN_BACK,
    DEAD_LETTER
  }

  private final Merges merges;
  private final Set<String> withdrawn;
  private final Map<String, Set<String>> thoughtsOf = new HashMap<>();
  private final Set<String> replied = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> rejected = new HashSet<>();
  private final Set<String> ignored = new HashSet<>();
  private final Set<String> takenBack = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> escalatedBy = new HashSet<>();
  private final Map<String, Set<String>> open = new HashMap<>();
  private final Set<String> handed = new HashSet<>();
  private final Set<String> buried = new HashSet<>();
  private final Map<String, Long> lastFunctionFailure = new HashMap<>();

  Endings(History history) {
    merges = Merges.of(history);
    withdrawn = new Plans(history).takenBack;
    history.events().forEach(logged -> read(logged.value()));
    history.letters().forEach(this::read);
  }

  private void read(ConversationEvent event) {
    String customer = merges.of(event.customerKey());
    switch (event.payload()) {
      case ThoughtRequested thought ->
          thought
              .messageIds()
              .forEach(
                  id ->
                      thoughtsOf
                          .computeIfAbsent(name(customer, id), any -> new HashSet<>())
                          .add(thought.thoughtId()));
      case MessageReceived message -> open(customer).add(name(customer, message.messageId()));
      case ReplyPlanned reply -> {
        if (reply.thoughtId() != null && !withdrawn.contains(reply.replyId())) {
          replied.add(reply.thoughtId());
          // it must be about all that waited: what it leaves out was forgotten
          open(customer).clear();
        }
      }
      case AiAnswered answer -> answered.add(answer.thoughtId());
      case AnswerRejected answer -> rejected.add(answer.thoughtId());
      case MessageIgnored message -> ignored.add(name(customer, message.messageId()));
      case MessageRevoked message -> takenBack.add(name(customer, message.messageId()));
      case TurnAnswered turn -> turn.messageIds().forEach(id -> told.add(name(customer, id)));
      case RatingReceived rating -> {
        // thanked for, without a thought
        told.addAll(open(customer));
        open(customer).clear();
      }
      case Escalated escalated -> escalatedBy.add(name(customer, event.cause()));
      case HandoverRequested requested -> escalatedBy.add(name(customer, event.cause()));
      case HandoverAssigned assigned -> handOver(customer);
      case TakenOverFromPhone taken -> handOver(customer);
      case BotSwitched bot -> {
        if (!bot.on()) {
          handOver(customer);
        }
      }
      case CustomerErased erased -> handOver(customer);
      default -> {
        // says nothing about the end of a message
      }
    }
  }

  private Set<String> open(String customer) {
    return open.computeIfAbsent(customer, any -> new HashSet<>());
  }

  private void handOver(String customer) {
    handed.addAll(open(customer));
    open(customer).clear();
  }

  private void read(Logged<DeadLetter> logged) {
    DeadLetter letter = logged.value();
    String topic = letter.sourceTopic();
    if (topic == null) {
      return;
    }
    if (letter.sourceOffset() != null && letter.sourcePartition() != null) {
      buried.add(place(topic, letter.sourcePartition(), letter.sourceOffset()));
    }
    byte[] original = new byte[letter.original().remaining()];
    letter.original().duplicate().get(original);
    try {
      WhatsAppEvent message = Codec.of(WhatsAppEvent.class).decode(original);
      buried.add(name(merges.of(message.customerKey()), message.messageId()));
    } catch (UnreadableMessage e) {
      // a function failed over something else it was told about this customer
      String customer = letter.customerKey();
      if (customer != null) {
        lastFunctionFailure.merge(merges.of(customer), letter.occurredAt(), Math::max);
      }
    }
  }

  /**
   * How the message ended.
   *
   * @param at epoch ms when the message became known
   */
  Optional<Ending> of(String customerKey, String messageId, long at) {
    String customer = merges.of(customerKey);
    String name = name(customer, messageId);
    Set<String> thoughts = thoughtsOf.getOrDefault(name, Set.of());
    if (told.contains(name) || thoughts.stream().anyMatch(replied::contains)) {
      return Optional.of(Ending.REPLY);
    }
    if (ignored.contains(name)) {
      return Optional.of(Ending.IGNORED);
    }
    if (takenBack.contains(name)) {
      return Optional.of(Ending.TAKEN_BACK);
    }
    boolean escalated =
        Stream.concat(Stream.of(messageId), thoughts.stream())
            .anyMatch(cause -> escalatedBy.contains(name(customer, cause)));
    boolean givenUp =
        thoughts.stream()
            .anyMatch(thought -> rejected.contains(thought) && !answered.contains(thought));
    if (escalated || givenUp || handed.contains(name)) {
      return Optional.of(Ending.HUMAN);
    }
    boolean failed =
        open(customer).contains(name) && lastFunctionFailure.getOrDefault(customer, 0L) >= at;
    return buried.contains(name) || failed ? Optional.of(Ending.DEAD_LETTER) : Optional.empty();
  }

  boolean buried(String topic, Logged<?> logged) {
    return buried.contains(place(topic, logged.partition(), logged.offset()));
  }

  private static String name(String customer, String id) {
    return customer + " " + id;
  }

  private static String place(String topic, int partition, long offset) {
    return "%s-%d@%d".formatted(topic, partition, offset);
  }
}
