package io.rihla.api.reading;

import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.identity.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is at the other end of a payload. The message id names the chat; the engines disagree about
 * {@code from} and {@code to} of our own messages, so these only help when the id is bare.
 *
 * @param known the other person's addresses, the chat first
 */
record Addresses(MessageId id, boolean fromMe, ChatId chat, List<ChatId> known) {

  /** Empty when the payload names no chat. */
  static Optional<Addresses> of(Fields payload, Fields me, MessageId id, boolean webjs) {
    boolean fromMe = payload.flag("fromMe").or(id::fromMe).orElse(false);
    List<ChatId> own = own(me);
    Optional<ChatId> from = chat(payload.text("from"));
    Optional<ChatId> to = chat(payload.text("to"));
    boolean toThem = fromMe && to.isPresent() && (webjs || from.filter(own::contains).isPresent());
    Optional<ChatId> other = toThem ? to : from.or(() -> to);
    Optional<ChatId> chat = id.chat().or(() -> other);
    if (chat.isEmpty()) {
      return Optional.empty();
    }
    List<ChatId> known = new ArrayList<>(List.of(chat.get()));
    other.ifPresent(known::add);
    alternates(payload.at("_data"), fromMe).forEach(known::add);
    known.subList(1, known.size()).removeIf(own::contains);
    return Optional.of(new Addresses(id, fromMe, chat.get(), List.copyOf(known)));
  }

  boolean isOwn(Fields me) {
    return own(me).contains(chat);
  }

  Optional<String> phone() {
    return known.stream()
        .filter(ChatId::isPhone)
        .map(ChatId::user)
        .filter(user -> user.chars().allMatch(Character::isDigit))
        .findFirst()
        .map(Phones::ofChat);
  }

  Optional<String> lid() {
    return known.stream().filter(ChatId::isLid).map(ChatId::user).findFirst();
  }

  private static List<ChatId> own(Fields me) {
    List<ChatId> own = new ArrayList<>();
    for (String name : List.of("id", "lid", "jid")) {
      chat(me.text(name)).ifPresent(own::add);
    }
    return own;
  }

  private static List<ChatId> alternates(Fields data, boolean fromMe) {
    Fields key = data.at("key");
    Fields info = data.at("Info").isObject() ? data.at("Info") : data;
    List<Optional<String>> texts = new ArrayList<>();
    texts.add(key.text("remoteJidAlt"));
    if (!fromMe) {
      texts.add(key.text("participantAlt"));
    }
    boolean sentByUs = info.flag("IsFromMe").orElse(fromMe);
    texts.add(info.text(sentByUs ? "RecipientAlt" : "SenderAlt"));
    return texts.stream().map(Addresses::chat).flatMap(Optional::stream).toList();
  }

  private static Optional<ChatId> chat(Optional<String> text) {
    return text.flatMap(ChatId::parse);
  }
}
