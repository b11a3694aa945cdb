package io.rihla.functions.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The WhatsApp id of a part: the same for the same reply on every replay, in the shape that
 * WhatsApp's own clients use.
 */
final class PartId {
  private static final int BYTES = 9;

  private PartId() {}

  static String of(String replyId, int index) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((replyId + "#" + index).getBytes(StandardCharsets.UTF_8));
      return "3EB0" + HexFormat.of().withUpperCase().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }
}
