package io.rihla.api.security;

import io.rihla.schemas.conversation.Role;
import java.util.Locale;
import java.util.Optional;

/** The four roles as a token writes them. */
public final class AccessRole {
  private AccessRole() {}

  public static String text(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> parse(String text) {
    for (Role role : Role.values()) {
      if (text(role).equals(text)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
