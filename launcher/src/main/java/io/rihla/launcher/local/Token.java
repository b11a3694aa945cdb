package io.rihla.launcher.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A bearer token (JWT, HS256) that the api of this run accepts. */
public final class Token {
  public static final List<String> ROLES =
      List.of("system_admin", "marketing_admin", "sales_admin", "analyst");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Token() {}

  public static String sign(String key, String subject, String role, Duration validity) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "rihla");
    claims.put("aud", "rihla");
    claims.put("sub", subject);
    claims.put("roles", List.of(role));
    claims.put("iat", now);
    claims.put("exp", now + validity.toSeconds());
    String signed = encode(Map.of("alg", "HS256", "typ", "JWT")) + "." + encode(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signed
          + "."
          + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(Map<String, Object> part) {
    try {
      return BASE64.encodeToString(JSON.writeValueAsBytes(part));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
