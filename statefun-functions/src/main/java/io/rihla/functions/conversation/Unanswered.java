package io.rihla.functions.conversation;

import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Messages that wait for an answer, or will wait again when the answer does not go out. However
 * many they are, each stays known; of very many only the latest keep their words.
 */
final class Unanswered {
  static final int MOST = 200;
  private static final int CHARACTERS = 8_000;
  private static final int CHARACTERS_OF_A_REPLY = 2_000;

  /** Replies that can be asked back at the same time. */
  private static final int REPLIES = 4;

  private static final int OPEN_REPLIES = 10;

  private Unanswered() {}

  static List<BurstMessage> with(List<BurstMessage> burst, BurstMessage message) {
    return together(burst, List.of(message));
  }

  static List<BurstMessage> together(List<BurstMessage> earlier, List<BurstMessage> later) {
    Map<String, BurstMessage> messages = new LinkedHashMap<>();
    earlier.forEach(message -> messages.put(message.messageId(), message));
    later.forEach(message -> messages.put(message.messageId(), message));
    List<BurstMessage> all = List.copyOf(messages.values());
    return light(all.subList(Math.max(0, all.size() - MOST), all.size()), CHARACTERS);
  }

  /** What a reply is about, while it can be asked back. */
  static List<BurstMessage> of(ConversationState state) {
    long kept = state.openReplies().stream().filter(reply -> !reply.answers().isEmpty()).count();
    return kept < REPLIES ? light(state.answering(), CHARACTERS_OF_A_REPLY) : List.of();
  }

  /** Forgets the oldest reply beyond the bound, but none that something may wait for again. */
  static List<OpenReply> open(List<OpenReply> replies, OpenReply reply) {
    List<OpenReply> longer = new ArrayList<>(replies);
    longer.add(reply);
    if (longer.size() > OPEN_REPLIES) {
      longer.stream().filter(one -> one.answers().isEmpty()).findFirst().ifPresent(longer::remove);
    }
    return longer;
  }

  /** Changes messages wherever they wait, now or again. */
  static ConversationState change(
      ConversationState state, UnaryOperator<List<BurstMessage>> change) {
    return state
        .withBurst(change.apply(state.burst()))
        .withOpenReplies(
            state.openReplies().stream()
                .map(reply -> about(reply, change.apply(reply.answers())))
                .toList());
  }

  static OpenReply about(OpenReply reply, List<BurstMessage> answers) {
    return new OpenReply(
        reply.replyId(), reply.partIds(), reply.open(), reply.text(), reply.actor(), answers);
  }

  private static List<BurstMessage> light(List<BurstMessage> messages, int characters) {
    List<BurstMessage> light = new ArrayList<>();
    int left = characters;
    for (BurstMessage message : messages.reversed()) {
      String text = message.text();
      left -= text == null ? 0 : text.length();
      light.add(
          left >= 0
              ? message
              : new BurstMessage(
                  message.messageId(),
                  message.kind(),
                  null,
                  message.media(),
                  message.occurredAt()));
    }
    return light.reversed();
  }
}
