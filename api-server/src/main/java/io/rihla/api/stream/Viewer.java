package io.rihla.api.stream;

import io.rihla.api.security.Caller;
import io.rihla.api.security.MaskedPhone;
import io.rihla.schemas.conversation.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who watches, and what he may see. */
record Viewer(Caller caller) {
  private static final Set<Role> SEES_ALL = Set.of(Role.SYSTEM_ADMIN, Role.MARKETING_ADMIN);
  private static final Set<Role> READS_MESSAGES =
      Set.of(Role.SYSTEM_ADMIN, Role.MARKETING_ADMIN, Role.SALES_ADMIN);

  /** Whether something that asks for people of a role concerns him; null asks for anybody. */
  boolean concerns(@Nullable Role role) {
    return role == null
        || caller.isAny(SEES_ALL)
        || caller.isAny(Set.of(role))
        || !caller.isAny(READS_MESSAGES);
  }

  boolean keepsTheSystem() {
    return caller.isAny(Set.of(Role.SYSTEM_ADMIN));
  }

  /** What people wrote is for admins; an analyst sees that something was written. */
  @Nullable String text(@Nullable String text) {
    return caller.isAny(READS_MESSAGES) ? text : null;
  }

  @Nullable String phone(@Nullable String phone) {
    return caller.isAny(READS_MESSAGES) ? phone : MaskedPhone.of(phone);
  }
}
