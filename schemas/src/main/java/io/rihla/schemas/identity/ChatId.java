package io.rihla.schemas.identity;

import java.util.Optional;

/** A WhatsApp chat, {@code user@server}; {@code s.whatsapp.net} is written as {@code c.us}. */
public record ChatId(String user, String server) {
  private static final String PHONE_SERVER = "c.us";
  private static final String LID_SERVER = "lid";

  public ChatId {
    if (user.isEmpty() || server.isEmpty()) {
      throw new IllegalArgumentException("a chat id is user@server, not " + user + "@" + server);
    }
  }

  public static ChatId ofPhone(String e164Digits) {
    return new ChatId(e164Digits, PHONE_SERVER);
  }

  public static ChatId ofLid(String lidDigits) {
    return new ChatId(lidDigits, LID_SERVER);
  }

  /** Reads a chat id; a device suffix ({@code 62811:12@…}) is dropped. Empty when it is none. */
  public static Optional<ChatId> parse(String text) {
    int at = text.indexOf('@');
    if (at <= 0 || at == text.length() - 1) {
      return Optional.empty();
    }
    String user = text.substring(0, at);
    String server = text.substring(at + 1);
    int device = user.indexOf(':');
    if (device > 0) {
      user = user.substring(0, device);
    }
    return Optional.of(new ChatId(user, server.equals("s.whatsapp.net") ? PHONE_SERVER : server));
  }

  /** A chat with one person, as opposed to groups, newsletters, status and broadcasts. */
  public boolean isDirect() {
    return isPhone() || isLid();
  }

  public boolean isPhone() {
    return server.equals(PHONE_SERVER);
  }

  /** Its digits are WhatsApp's linked id, never a phone number. */
  public boolean isLid() {
    return server.equals(LID_SERVER);
  }

  @Override
  public String toString() {
    return user + "@" + server;
  }
}
