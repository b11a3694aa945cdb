package io.rihla.api.security;

import io.helidon.webserver.http.ServerRequest;
import io.rihla.schemas.conversation.Role;
import java.util.Set;

/** Who asks. */
public record Caller(String name, Set<Role> roles) {
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
}
