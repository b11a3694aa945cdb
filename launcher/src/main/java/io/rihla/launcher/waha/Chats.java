package io.rihla.launcher.waha;

import io.rihla.schemas.identity.ChatId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Customers and their chats. Each change is one line of a file before anybody sees it, so a restart
 * finds the chats as they were.
 */
final class Chats implements AutoCloseable {
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Map<ChatId, String> addresses = new HashMap<>();
  private final Map<String, Map<String, Message>> threads = new HashMap<>();
  private final JsonLines<Change> file;
  private final Consumer<String> onChange;

  /**
   * @param onChange is told the id of the customer whose chat changed
   */
  Chats(Path folder, Consumer<String> onChange) throws IOException {
    this.onChange = onChange;
    file = new JsonLines<>(folder.resolve("chats.jsonl"), Change.class);
    file.read(this::apply);
  }

  /** One line of the file: the newest state of a customer or of a message. */
  record Change(@Nullable Customer customer, @Nullable Message message) {}

  synchronized void add(Customer customer) {
    write(new Change(customer, null), customer.id());
  }

  /**
   * Adds a message.
   *
   * @return false when the chat already has it: nothing is changed then
   */
  synchronized boolean add(Message message) {
    if (thread(message.customer()).containsKey(message.key())) {
      return false;
    }
    write(new Change(null, message), message.customer());
    return true;
  }

  synchronized Message change(Message message, UnaryOperator<Message> how) {
    Message now = thread(message.customer()).getOrDefault(message.key(), message);
    Message changed = how.apply(now);
    write(new Change(null, changed), message.customer());
    return changed;
  }

  synchronized List<Customer> customers() {
    return List.copyOf(customers.values());
  }

  /** Finds a customer by id, chat or phone. */
  synchronized Optional<Customer> customer(String name) {
    return Optional.ofNullable(customers.get(name))
        .or(() -> ChatId.parse(name).flatMap(this::customer))
        .or(() -> name.isEmpty() ? Optional.empty() : customer(ChatId.ofPhone(name)));
  }

  synchronized Optional<Customer> customer(ChatId chat) {
    return Optional.ofNullable(addresses.get(chat)).map(customers::get);
  }

  /** The customer of a chat, added first when there is none. */
  synchronized Customer customer(ChatId chat, Supplier<Customer> stranger) {
    return customer(chat)
        .orElseGet(
            () -> {
              Customer added = stranger.get();
              add(added);
              return added;
            });
  }

  /** The chat's messages, oldest first. */
  synchronized List<Message> messages(Customer customer) {
    List<Message> messages = new ArrayList<>(thread(customer.id()).values());
    messages.sort(java.util.Comparator.comparingLong(Message::at));
    return messages;
  }

  synchronized Optional<Message> message(Customer customer, String id) {
    Map<String, Message> thread = thread(customer.id());
    return Optional.ofNullable(thread.get("false_" + id))
        .or(() -> Optional.ofNullable(thread.get("true_" + id)));
  }

  private void write(Change change, String customer) {
    file.append(change);
    apply(change);
    onChange.accept(customer);
  }

  private void apply(Change change) {
    @Nullable Customer customer = change.customer();
    if (customer != null) {
      customers.put(customer.id(), customer);
      customer.phoneChat().ifPresent(chat -> addresses.put(chat, customer.id()));
      customer.lidChat().ifPresent(chat -> addresses.put(chat, customer.id()));
    }
    Message message = change.message();
    if (message != null) {
      thread(message.customer()).put(message.key(), message);
    }
  }

  private Map<String, Message> thread(String customer) {
    return threads.computeIfAbsent(customer, id -> new LinkedHashMap<>());
  }

  @Override
  public void close() {
    file.close();
  }
}
