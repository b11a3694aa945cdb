package io.rihla.api.golive;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.catchup.MissedMessages;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.reading.Contact;
import io.rihla.api.reading.Inbound;
import io.rihla.api.reading.Phones;
import io.rihla.api.waha.WahaClient;
import io.rihla.api.waha.WahaUnavailable;
import io.rihla.api.webhook.InboundFeed;
import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.ChatExisted;
import java.util.Optional;
import java.util.OptionalLong;

/** The chats of a session that are older than the bot. */
public final class ExistingChats {
  private static final int PAGE = 100;

  private final WahaClient waha;
  private final MissedMessages messages;
  private final InboundFeed feed;

  public ExistingChats(WahaClient waha, InboundFeed feed) {
    this.waha = waha;
    this.messages = new MissedMessages(waha);
    this.feed = feed;
  }

  /** Tells the log of every chat with a person in which something was written before. */
  int tell(String session, long since) throws WahaUnavailable, LogUnavailable {
    int told = 0;
    for (MissedMessages.Chat chat : messages.chats(session)) {
      Optional<ChatId> id = ChatId.parse(chat.id()).filter(ChatId::isDirect);
      if (id.isPresent() && isOlder(session, chat, since)) {
        feed.append(existed(session, id.get(), chat.lastMillis()), Channel.CATCH_UP, true);
        told++;
      }
    }
    return told;
  }

  /** What was turned away while the session was being opened. */
  int feedSince(String session, long since) throws WahaUnavailable, LogUnavailable {
    int fed = 0;
    for (MissedMessages.Chat chat : messages.chats(session)) {
      boolean direct = ChatId.parse(chat.id()).filter(ChatId::isDirect).isPresent();
      if (direct && chat.lastMillis() >= since) {
        for (Inbound inbound : messages.from(session, chat.id(), since)) {
          feed.append(inbound, Channel.CATCH_UP, true);
          fed++;
        }
      }
    }
    return fed;
  }

  /** A new customer's first message makes a chat too: only what is before it makes it old. */
  private boolean isOlder(String session, MissedMessages.Chat chat, long since)
      throws WahaUnavailable {
    if (chat.lastMillis() < since) {
      return true;
    }
    Optional<JsonNode> page = waha.messages(session, chat.id(), 0, PAGE, 0);
    if (page.isEmpty()) {
      return false;
    }
    for (JsonNode message : page.get()) {
      if (message.path("timestamp").asLong(0) * 1000 < since) {
        return true;
      }
    }
    return page.get().size() >= PAGE;
  }

  private static Inbound existed(String session, ChatId chat, long lastMillis) {
    Optional<String> phone =
        chat.isPhone() ? Optional.of(Phones.ofChat(chat.user())) : Optional.empty();
    Optional<String> lid = chat.isLid() ? Optional.of(chat.user()) : Optional.empty();
    return new Inbound(
        Optional.of("existed_" + session + "_" + chat.user()),
        OptionalLong.empty(),
        OptionalLong.empty(),
        new Contact(phone, lid, Optional.empty()),
        session,
        chat,
        "existed",
        false,
        Optional.empty(),
        new ChatExisted(lastMillis == 0 ? null : lastMillis));
  }
}
