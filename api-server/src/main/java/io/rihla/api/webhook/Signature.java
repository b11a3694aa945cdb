package io.rihla.api.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * WAHA's signature: hex of HMAC-SHA512 over the exact bytes of the body, under the current key or,
 * while keys rotate, the previous one. Compared in constant time.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA512";

  private final List<SecretKeySpec> keys;

  Signature(List<String> keys) {
    this.keys =
        keys.stream()
            .map(key -> new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
  }

  boolean fits(byte[] body, Optional<String> hex) {
    byte[] given;
    try {
      given = HexFormat.of().parseHex(hex.orElse("").strip());
    } catch (IllegalArgumentException e) {
      return false;
    }
    boolean fits = false;
    for (SecretKeySpec key : keys) {
      fits |= MessageDigest.isEqual(sign(key, body), given);
    }
    return fits;
  }

  private static byte[] sign(SecretKeySpec key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA512 belongs to every JDK", e);
    }
  }
}
