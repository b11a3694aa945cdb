package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Chats as the page draws them: each visible message once. */
final class ThreadView {
  private final Chats chats;
  private final PageEvents page;

  ThreadView(Chats chats, PageEvents page) {
    this.chats = chats;
    this.page = page;
  }

  List<ObjectNode> chats() {
    return chats.customers().stream().map(this::chat).toList();
  }

  ObjectNode thread(Customer customer) {
    ObjectNode thread = chat(customer);
    return thread.set(
        "messages", Json.array(chats.messages(customer).stream().map(ThreadView::bubble).toList()));
  }

  private ObjectNode chat(Customer customer) {
    ObjectNode chat = Json.tree(customer);
    chat.put("chat", customer.chat().toString()).put("typing", page.isTyping(customer));
    List<Message> messages = chats.messages(customer);
    chat.put("message_count", messages.size());
    return messages.isEmpty() ? chat : chat.set("last_message", bubble(messages.getLast()));
  }

  private static ObjectNode bubble(Message message) {
    ObjectNode bubble =
        Json.object()
            .put("id", message.id())
            .put("from_me", message.fromMe())
            .put("source", message.source())
            .put("at", message.at())
            .put("ack", message.ack().name())
            .put("edited", message.edited())
            .put("revoked", message.revoked())
            .put("customer_reaction", message.customerReaction())
            .put("own_reaction", message.ownReaction())
            .put("reply_to", message.replyTo());
    AdReferral ad = message.ad();
    if (ad != null) {
      bubble.set("ad", Json.tree(ad));
    }
    if (message.revoked()) {
      return bubble.put("kind", "revoked");
    }
    return switch (message.content()) {
      case Content.Text text -> bubble.put("kind", "text").put("text", text.text());
      case Content.Attachment file ->
          bubble
              .put("kind", file.kind().word())
              .put("text", file.caption())
              .put("media_url", "simulator/media/" + file.file())
              .put("mimetype", file.mimetype())
              .put("filename", file.filename())
              .put("size", file.size());
      case Content.Place place ->
          bubble
              .put("kind", "location")
              .put("latitude", place.latitude())
              .put("longitude", place.longitude())
              .put("title", place.title())
              .put("address", place.address());
      case Content.Contact contact ->
          bubble.put("kind", "contact").put("title", contact.name()).put("phone", contact.phone());
    };
  }
}
