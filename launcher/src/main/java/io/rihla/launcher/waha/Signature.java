package io.rihla.launcher.waha;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhooks as WAHA does: hex HMAC-SHA512 over the exact bytes. */
public final class Signature {
  private final SecretKeySpec key;

  public Signature(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512");
  }

  public String of(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA512 belongs to every JDK", e);
    }
  }
}
