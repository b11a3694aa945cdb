package io.rihla.api.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.conversation.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Short-lived tickets for browsers, whose EventSource can send no Authorization header. A ticket
 * opens the stream and nothing else, so that one that was left in a log is worth little.
 */
public final class StreamTickets {
  public static final String COOKIE = "rihla_stream";
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private final byte[] key;
  private final InstantSource clock;

  StreamTickets(String secret, InstantSource clock) {
    this.key = mac(secret.getBytes(StandardCharsets.UTF_8), "rihla stream tickets");
    this.clock = clock;
  }

  /** A ticket with the caller's name and roles. */
  public String issue(Caller caller) {
    List<String> roles = caller.roles().stream().map(AccessRole::text).sorted().toList();
    Map<String, Object> claims =
        Map.of(
            "sub",
            caller.name(),
            "roles",
            roles,
            "exp",
            clock.instant().plus(LIFETIME).toEpochMilli());
    String content = encoded(Json.tree(claims).toString().getBytes(StandardCharsets.UTF_8));
    return content + "." + encoded(mac(key, content));
  }

  /** Whose ticket it is; empty when it is none or too old. */
  Optional<Caller> read(String ticket) {
    int dot = ticket.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    try {
      String content = ticket.substring(0, dot);
      byte[] signature = Base64.getUrlDecoder().decode(ticket.substring(dot + 1));
      if (!MessageDigest.isEqual(signature, mac(key, content))) {
        return Optional.empty();
      }
      JsonNode claims = Json.read(Base64.getUrlDecoder().decode(content));
      if (claims.path("exp").asLong() < clock.millis()) {
        return Optional.empty();
      }
      Set<Role> roles = new HashSet<>();
      claims.path("roles").forEach(role -> AccessRole.parse(role.asText()).ifPresent(roles::add));
      return Optional.of(new Caller(claims.path("sub").asText(), roles));
    } catch (IllegalArgumentException | ProblemException e) {
      return Optional.empty();
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] mac(byte[] key, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
    }
  }
}
