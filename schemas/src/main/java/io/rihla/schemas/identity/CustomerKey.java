package io.rihla.schemas.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The opaque name of a customer: {@code c_} and 24 hex digits of HMAC-SHA256 over the identity.
 * Kafka key, function id and ClickHouse key; it tells nothing about the phone number.
 */
public record CustomerKey(String value) {
  private static final Pattern SYNTAX = Pattern.compile("c_[0-9a-f]{24}");
  private static final int BYTES = 12;

  public CustomerKey {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException("a customer key is c_ and 24 hex digits, not " + value);
    }
  }

  /** The key of a customer whose phone is known, as E.164 digits without plus. */
  public static CustomerKey ofPhone(byte[] secret, String e164Digits) {
    return of(secret, e164Digits);
  }

  /** The key of a customer of whom only WhatsApp's linked id is known. */
  public static CustomerKey ofLid(byte[] secret, String lidDigits) {
    return of(secret, "lid:" + lidDigits);
  }

  private static CustomerKey of(byte[] secret, String identity) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] hash = mac.doFinal(identity.getBytes(StandardCharsets.UTF_8));
      return new CustomerKey("c_" + HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
    }
  }

  /** One customer is one conversation. */
  public String conversationId() {
    return "conv_" + value.substring(2, 18);
  }

  @Override
  public String toString() {
    return value;
  }
}
