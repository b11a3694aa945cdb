package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.schemas.identity.ChatId;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The network between the customers' phones and the agency's: what happens, and what WAHA tells of
 * it.
 */
final class WhatsApp implements AutoCloseable {
  private static final long SERVER_MS = 30;
  private static final long DEVICE_MS = 150;
  private static final long READ_MS = 700;

  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("acks").factory());
  private final Chats chats;
  private final Webhooks webhooks;
  private final Shape shape;
  private final FaultSwitches faults;
  private final Clock clock;

  WhatsApp(Chats chats, Webhooks webhooks, Shape shape, FaultSwitches faults, Clock clock) {
    this.chats = chats;
    this.webhooks = webhooks;
    this.shape = shape;
    this.faults = faults;
    this.clock = clock;
  }

  /** The customer of a chat; somebody unknown is added, as WhatsApp lets us write to any number. */
  Customer customerOf(ChatId chat) {
    if (!chat.isDirect()) {
      throw new BadCall("chatId is %s: only chats with one person are simulated".formatted(chat));
    }
    return chats.customer(chat, () -> stranger(chat));
  }

  private static Customer stranger(ChatId chat) {
    return chat.isPhone()
        ? new Customer(chat.user(), "+" + chat.user(), chat.user(), null, Addressing.PHONE)
        : new Customer(
            "lid" + chat.user(), "~" + chat.user(), null, chat.user(), Addressing.LID_UNRESOLVABLE);
  }

  /** A customer writes to us. */
  Message receive(Customer customer, Incoming incoming) {
    String id = incoming.id() == null ? Ids.phoneMessage() : incoming.id();
    Message message =
        Message.of(id, customer.id(), false, "app", incoming.at(), incoming.content())
            .withAd(incoming.ad())
            .withReplyTo(incoming.replyTo());
    chats.add(message);
    if (!incoming.withheld()) {
      announce(message, customer);
      if (faults.current().webhooks().twins()) {
        twin(customer).ifPresent(other -> announce(message, other));
      }
    }
    return message;
  }

  /** A person types into the agency's own phone. */
  Message typeOnPhone(Customer customer, Incoming incoming) {
    String id = incoming.id() == null ? Ids.phoneMessage() : incoming.id();
    Message message =
        Message.of(id, customer.id(), true, "app", incoming.at(), incoming.content())
            .withReplyTo(incoming.replyTo());
    if (chats.add(message) && !incoming.withheld()) {
      webhooks.post("message.any", shape.message(message, customer));
      progress(message, customer);
    }
    return message;
  }

  /**
   * WAHA was asked to send.
   *
   * @return false when the chat already has a message of that id, which then stays as it is
   */
  boolean send(Message message, Customer customer) {
    if (!chats.add(message)) {
      return false;
    }
    webhooks.post("message.any", shape.message(message, customer));
    progress(message, customer);
    return true;
  }

  /** The agency has read the chat: the customer sees blue ticks. */
  void seen(Customer customer) {
    chats.messages(customer).stream()
        .filter(message -> !message.fromMe() && message.ack() != Ack.READ)
        .forEach(message -> chats.change(message, now -> now.withAck(Ack.READ)));
  }

  void edit(Message message, Customer customer, String text) {
    Message edited = chats.change(message, now -> now.withText(text));
    Message action = action(edited);
    webhooks.post(
        "message.edited", shape.message(action, customer).put("editedMessageId", message.id()));
  }

  void revoke(Message message, Customer customer) {
    chats.change(message, Message::asRevoked);
    ObjectNode payload = Json.object();
    ObjectNode after = shape.message(action(message), customer).putNull("body");
    payload.set("after", after.put("hasMedia", false).putNull("media"));
    webhooks.post(
        "message.revoked", payload.putNull("before").put("revokedMessageId", message.id()));
  }

  void react(Message message, Customer customer, boolean own, String emoji) {
    chats.change(message, now -> now.withReaction(own, emoji));
    Message action =
        Message.of(
            Ids.phoneMessage(), customer.id(), own, "app", clock.millis(), new Content.Text(""));
    ObjectNode payload = shape.message(action, customer);
    payload.retain("id", "timestamp", "from", "fromMe", "source", "to", "participant", "_data");
    payload.set(
        "reaction",
        Json.object().put("text", emoji).put("messageId", message.fullId(customer.chat())));
    webhooks.post("message.reaction", payload);
  }

  private Message action(Message target) {
    String text = target.body();
    return Message.of(
        Ids.phoneMessage(),
        target.customer(),
        target.fromMe(),
        "app",
        clock.millis(),
        new Content.Text(text == null ? "" : text));
  }

  private void announce(Message message, Customer customer) {
    webhooks.post("message", shape.message(message, customer));
    webhooks.post("message.any", shape.message(message, customer));
  }

  /** The same person under the other name of the chat, where there are two. */
  private static Optional<Customer> twin(Customer customer) {
    @Nullable String phone = customer.phone();
    @Nullable String lid = customer.lid();
    if (phone == null || lid == null) {
      return Optional.empty();
    }
    Addressing other =
        customer.addressing() == Addressing.PHONE ? Addressing.LID : Addressing.PHONE;
    return Optional.of(new Customer(customer.id(), customer.name(), phone, lid, other));
  }

  private void progress(Message message, Customer customer) {
    schedule(message, customer, Ack.SERVER, SERVER_MS);
    schedule(message, customer, Ack.DEVICE, DEVICE_MS);
    schedule(message, customer, Ack.READ, READ_MS);
  }

  private void schedule(Message message, Customer customer, Ack ack, long afterMs) {
    if (ack.compareTo(faults.current().acks()) > 0) {
      return;
    }
    var unused =
        later.schedule(
            () -> {
              Message changed = chats.change(message, now -> now.withAck(ack));
              webhooks.post("message.ack", shape.ack(changed, customer));
            },
            afterMs,
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
