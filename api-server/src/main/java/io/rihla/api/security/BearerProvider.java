package io.rihla.api.security;

import io.helidon.common.Errors;
import io.helidon.security.AuthenticationResponse;
import io.helidon.security.Principal;
import io.helidon.security.ProviderRequest;
import io.helidon.security.Role;
import io.helidon.security.Subject;
import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.JwtException;
import io.helidon.security.jwt.JwtValidator;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkKeys;
import io.helidon.security.jwt.jwk.JwkOctet;
import io.helidon.security.spi.AuthenticationProvider;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Knows callers by a bearer token: a JWT signed with HS256, with issuer, audience and expiry. */
final class BearerProvider implements AuthenticationProvider {
  private static final String ISSUER = "rihla";
  private static final String PREFIX = "bearer ";
  private static final String ALGORITHM = "HS256";

  private final JwkOctet key;

  BearerProvider(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    this.key =
        JwkOctet.create(
            Json.createObjectBuilder()
                .add("kty", "oct")
                .add("kid", "rihla")
                .add("alg", ALGORITHM)
                .add("k", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .build());
  }

  @Override
  public AuthenticationResponse authenticate(ProviderRequest request) {
    Optional<String> header =
        request.env().headers().getOrDefault("Authorization", List.of()).stream().findFirst();
    if (header.isEmpty() || !header.get().toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
      return AuthenticationResponse.abstain();
    }
    try {
      return read(SignedJwt.parseToken(header.get().substring(PREFIX.length()).strip()));
    } catch (JwtException | IllegalArgumentException e) {
      return AuthenticationResponse.failed("the token is no JWT", e);
    }
  }

  private AuthenticationResponse read(SignedJwt token) {
    Jwt jwt = token.getJwt();
    if (!jwt.algorithm().filter(ALGORITHM::equals).isPresent()) {
      return AuthenticationResponse.failed("the token is not signed with " + ALGORITHM);
    }
    Errors signature = token.verifySignature(JwkKeys.builder().build(), key);
    if (!signature.isValid()) {
      return AuthenticationResponse.failed("the token's signature does not fit");
    }
    Errors claims =
        JwtValidator.builder()
            .addIssuerValidator(ISSUER)
            .addAudienceValidator(ISSUER)
            .addExpirationValidator(expiry -> expiry.mandatory(true))
            .addNotBeforeValidator()
            .build()
            .validate(jwt);
    if (!claims.isValid()) {
      return AuthenticationResponse.failed("the token is expired or meant for somebody else");
    }
    Optional<String> name = jwt.subject().filter(subject -> !subject.isBlank());
    if (name.isEmpty()) {
      return AuthenticationResponse.failed("the token names no subject");
    }
    Subject.Builder subject = Subject.builder().principal(Principal.create(name.get()));
    roles(jwt).forEach(role -> subject.addGrant(Role.create(role)));
    return AuthenticationResponse.success(subject.build());
  }

  private static List<String> roles(Jwt jwt) {
    Optional<JsonValue> roles = jwt.payloadClaim("roles");
    return roles.isPresent() && roles.get() instanceof JsonArray array
        ? array.stream()
            .filter(JsonString.class::isInstance)
            .map(role -> ((JsonString) role).getString())
            .toList()
        : List.of();
  }
}
