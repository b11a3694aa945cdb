package io.rihla.launcher.waha;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Names as WhatsApp and WAHA make them. */
final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

  private Ids() {}

  /** A bare message id as a linked device makes it. */
  static String ownMessage() {
    return "3EB0" + hex(9);
  }

  /** A bare message id as a phone makes it. */
  static String phoneMessage() {
    return "3A" + hex(9);
  }

  /** Digits of a linked id, which look like no phone number. */
  static String lid() {
    return "1382" + RANDOM.nextLong(10_000_000_000L, 100_000_000_000L);
  }

  static String request() {
    return hex(8).toLowerCase(Locale.ROOT);
  }

  /** The id of an event: a ULID, 10 letters of time and 16 of chance. */
  static String event(long epochMillis) {
    StringBuilder id = new StringBuilder("evt_");
    for (int shift = 45; shift >= 0; shift -= 5) {
      id.append(BASE32.charAt((int) (epochMillis >>> shift) & 31));
    }
    for (int i = 0; i < 16; i++) {
      id.append(BASE32.charAt(RANDOM.nextInt(32)));
    }
    return id.toString();
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().withUpperCase().formatHex(random);
  }
}
