package io.rihla.schemas.identity;

import java.util.regex.Pattern;

/**
 * The opaque name of an admin's chat that gets notices: {@code n_} and 24 hex digits. It is a key
 * of {@code whatsapp.outbound} and of the delivery, and never that of a conversation.
 */
public record NoticeKey(String value) {
  private static final Pattern SYNTAX = Pattern.compile("n_[0-9a-f]{24}");

  public NoticeKey {
    if (!isOne(value)) {
      throw new IllegalArgumentException("a notice key is n_ and 24 hex digits, not " + value);
    }
  }

  public static NoticeKey ofPhone(byte[] secret, String e164Digits) {
    return new NoticeKey("n_" + CustomerKey.ofPhone(secret, e164Digits).value().substring(2));
  }

  /** Whether a key is that of notices, not of a customer. */
  public static boolean isOne(String key) {
    return SYNTAX.matcher(key).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
