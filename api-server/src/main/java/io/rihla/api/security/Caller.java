package io.rihla.api.security;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.schemas.conversation.Role;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who asks. */
public record Caller(String name, Set<Role> roles) {
  private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d(?:[ .()-]{0,2}\\d){6,}");

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** The caller of a route that asks for one. */
  public static Caller of(ServerRequest request) {
    return request
        .context()
        .get(Caller.class)
        .orElseThrow(() -> new IllegalStateException("this route lets everybody in"));
  }

  public boolean isAny(Set<Role> allowed) {
    return roles.stream().anyMatch(allowed::contains);
  }

  /** The role an act is recorded under. */
  public Role acting(Set<Role> allowed) {
    return roles.stream().filter(allowed::contains).sorted().findFirst().orElseThrow();
  }

  /** An analyst sees figures, not people. */
  public boolean seesPhones() {
    return roles.stream().anyMatch(role -> role != Role.ANALYST);
  }

  /** A phone as this caller may see it: masked, enough is left to tell two customers apart. */
  public @Nullable String phone(@Nullable String phone) {
    return phone == null || seesPhones() ? phone : MaskedPhone.of(phone);
  }

  /** A text as this caller may see it: numbers that could be a phone are left out. */
  public @Nullable String text(@Nullable String text) {
    return text == null || seesPhones() ? text : LONG_NUMBER.matcher(text).replaceAll("***");
  }
}
