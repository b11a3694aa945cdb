package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.schemas.identity.ChatId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What WAHA tells about chats when it is asked. */
final class History {
  private final Chats chats;
  private final Shape shape;

  History(Chats chats, Shape shape) {
    this.chats = chats;
    this.shape = shape;
  }

  /**
   * Which messages of a chat are asked for.
   *
   * @param from epoch seconds, inclusive
   * @param to epoch seconds, inclusive
   */
  record Filter(int limit, int offset, long from, long to, @Nullable Boolean fromMe) {
    boolean accepts(Message message) {
      return message.seconds() >= from
          && message.seconds() <= to
          && (fromMe == null || fromMe == message.fromMe());
    }
  }

  /** The newest first. */
  ArrayNode messages(ChatId chat, Filter filter) {
    Optional<Customer> customer = chats.customer(chat);
    if (customer.isEmpty()) {
      return Json.array();
    }
    List<Message> found = chats.messages(customer.get()).reversed();
    return Json.array(
        found.stream()
            .filter(filter::accepts)
            .skip(filter.offset())
            .limit(filter.limit())
            .map(message -> shape.message(message.asTold(), customer.get()))
            .toList());
  }

  /** The chats with messages, the most recent first. */
  ArrayNode overview(int limit, int offset) {
    return Json.array(
        recent().stream()
            .skip(offset)
            .limit(limit)
            .map(
                chat -> {
                  ObjectNode node =
                      Json.object()
                          .put("id", chat.customer().chat().toString())
                          .put("name", chat.customer().name())
                          .putNull("picture");
                  node.set("lastMessage", shape.message(chat.last().asTold(), chat.customer()));
                  return node.<ObjectNode>set(
                      "_chat", Json.object().put("id", chat.customer().chat().toString()));
                })
            .toList());
  }

  ArrayNode list(int limit, int offset) {
    return Json.array(
        recent().stream()
            .skip(offset)
            .limit(limit)
            .map(
                chat ->
                    Json.object()
                        .put("id", chat.customer().chat().toString())
                        .put("name", chat.customer().name())
                        .put("conversationTimestamp", chat.last().seconds()))
            .toList());
  }

  ObjectNode lid(ChatId lid) {
    Optional<ChatId> phone = chats.customer(lid).flatMap(Customer::resolvedPhone);
    return Json.object()
        .put("lid", lid.toString())
        .put("pn", phone.map(ChatId::toString).orElse(null));
  }

  private record Recent(Customer customer, Message last) {}

  private List<Recent> recent() {
    return chats.customers().stream()
        .flatMap(
            customer -> {
              List<Message> messages = chats.messages(customer);
              return messages.isEmpty()
                  ? java.util.stream.Stream.empty()
                  : java.util.stream.Stream.of(new Recent(customer, messages.getLast()));
            })
        .sorted(Comparator.comparingLong((Recent recent) -> recent.last().at()).reversed())
        .toList();
  }
}
