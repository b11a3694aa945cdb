package io.rihla.api.security;

import static io.rihla.schemas.conversation.Role.ANALYST;
import static io.rihla.schemas.conversation.Role.MARKETING_ADMIN;
import static io.rihla.schemas.conversation.Role.SALES_ADMIN;
import static io.rihla.schemas.conversation.Role.SYSTEM_ADMIN;

import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.rihla.schemas.conversation.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may use which address. What is not in here is closed to all. */
public final class AccessTable {
  public static final Set<Role> PACKAGE_WRITERS = Set.of(SYSTEM_ADMIN, MARKETING_ADMIN);
  public static final Set<Role> SETTINGS_WRITERS = Set.of(SYSTEM_ADMIN);

  public static final Set<Role> CAMPAIGN_WRITERS = Set.of(SYSTEM_ADMIN, MARKETING_ADMIN);
  public static final Set<Role> PROMPT_WRITERS = Set.of(SYSTEM_ADMIN, MARKETING_ADMIN);

  private static final Set<Role> EVERYONE = Set.of(Role.values());
  public static final Set<Role> ADMINS = Set.of(SYSTEM_ADMIN, MARKETING_ADMIN, SALES_ADMIN);
  private static final Set<Role> DASHBOARD =
      Set.of(SYSTEM_ADMIN, MARKETING_ADMIN, SALES_ADMIN, ANALYST);

  private static final Set<Role> FIGURES = Set.of(SYSTEM_ADMIN, MARKETING_ADMIN, ANALYST);
  private static final PathMatcher STREAM = PathMatchers.create("/api/stream");

  private static final List<Rule> RULES =
      List.of(
          open(Method.GET, "/"),
          open(Method.GET, "/openapi"),
          open(Method.GET, "/media/*"),
          open(Method.HEAD, "/media/*"),
          open(Method.GET, "/observe/health"),
          open(Method.GET, "/observe/health/*"),
          // judged by its own signature
          open(Method.POST, "/api/whatsapp/webhook"),
          // the way of customers to us
          open(Method.GET, "/c/{code}"),
          open(Method.HEAD, "/c/{code}"),
          rule(Method.GET, "/observe/metrics", EVERYONE),
          rule(Method.GET, "/observe/metrics/*", EVERYONE),
          rule(Method.GET, "/api/marketing/dashboard", DASHBOARD),
          rule(Method.GET, "/api/marketing/analytics", FIGURES),
          rule(Method.GET, "/api/marketing/funnel", FIGURES),
          rule(Method.GET, "/api/marketing/funnel/customers", FIGURES),
          rule(Method.GET, "/api/marketing/cohorts", FIGURES),
          rule(Method.GET, "/api/marketing/drop-offs", EVERYONE),
          rule(Method.GET, "/api/marketing/drop-offs/follow-ups", EVERYONE),
          rule(Method.GET, "/api/marketing/campaigns/{code}/days", FIGURES),
          rule(Method.GET, "/api/marketing/questions", FIGURES),
          rule(Method.GET, "/api/marketing/questions/{cluster_id}", FIGURES),
          rule(Method.GET, "/api/marketing/experiments/{name}/results", FIGURES),
          rule(Method.GET, "/api/ai/performance", FIGURES),
          rule(Method.GET, "/api/ai/faq-suggestions", FIGURES),
          rule(Method.POST, "/api/ai/faq-suggestions/{cluster_id}/accept", PROMPT_WRITERS),
          rule(Method.POST, "/api/ai/faq-suggestions/{cluster_id}/dismiss", PROMPT_WRITERS),
          rule(Method.GET, "/api/conversations", ADMINS),
          rule(Method.GET, "/api/conversations/{id}", ADMINS),
          rule(Method.POST, "/api/conversations/handover", ADMINS),
          rule(Method.POST, "/api/conversations/{id}/release", ADMINS),
          rule(Method.POST, "/api/conversations/{id}/resolve", ADMINS),
          rule(Method.POST, "/api/conversations/{id}/return-to-bot", ADMINS),
          rule(Method.POST, "/api/conversations/{id}/reply", ADMINS),
          rule(Method.POST, "/api/conversations/{id}/bot", ADMINS),
          rule(Method.DELETE, "/api/conversations/{id}", SETTINGS_WRITERS),
          rule(Method.GET, "/api/settings", SETTINGS_WRITERS),
          rule(Method.PUT, "/api/settings", SETTINGS_WRITERS),
          rule(Method.PUT, "/api/settings/bot", SETTINGS_WRITERS),
          rule(Method.PUT, "/api/settings/ignored/{phone}", SETTINGS_WRITERS),
          rule(Method.DELETE, "/api/settings/ignored/{phone}", SETTINGS_WRITERS),
          rule(Method.POST, "/api/ai/process-message", ADMINS),
          rule(Method.GET, "/api/ai/prompts", ADMINS),
          rule(Method.PUT, "/api/ai/prompts", PROMPT_WRITERS),
          rule(Method.POST, "/api/ai/prompts/preview", PROMPT_WRITERS),
          rule(Method.GET, "/api/ai/prompts/{type}", ADMINS),
          rule(Method.GET, "/api/ai/prompts/{type}/diff", ADMINS),
          rule(Method.PUT, "/api/ai/prompts/{type}/label", PROMPT_WRITERS),
          rule(Method.POST, "/api/ai/prompts/{type}/rollback", PROMPT_WRITERS),
          rule(Method.GET, "/api/ai/failed-conversations", ADMINS),
          rule(Method.GET, "/api/experiments", DASHBOARD),
          rule(Method.GET, "/api/experiments/{name}", DASHBOARD),
          rule(Method.PUT, "/api/experiments/{name}", PROMPT_WRITERS),
          rule(Method.POST, "/api/experiments/{name}/start", PROMPT_WRITERS),
          rule(Method.POST, "/api/experiments/{name}/stop", PROMPT_WRITERS),
          rule(Method.POST, "/api/marketing/leads", ADMINS),
          rule(Method.GET, "/api/marketing/leads", ADMINS),
          rule(Method.POST, "/api/marketing/leads/{id}/payments", ADMINS),
          rule(Method.POST, "/api/marketing/leads/{id}/refunds", ADMINS),
          rule(Method.POST, "/api/marketing/leads/{id}/cancel", ADMINS),
          rule(Method.POST, "/api/marketing/leads/{id}/lost", ADMINS),
          rule(Method.GET, "/api/packages", EVERYONE),
          rule(Method.GET, "/api/packages/{code}", EVERYONE),
          rule(Method.POST, "/api/packages/import", PACKAGE_WRITERS),
          rule(Method.PUT, "/api/packages/{code}", PACKAGE_WRITERS),
          new Rule(Method.GET, STREAM, Optional.of(EVERYONE)),
          rule(Method.POST, "/api/stream/ticket", EVERYONE),
          rule(Method.GET, "/api/campaigns", EVERYONE),
          rule(Method.GET, "/api/campaigns/{code}", EVERYONE),
          rule(Method.PUT, "/api/campaigns/{code}", CAMPAIGN_WRITERS),
          rule(Method.GET, "/api/campaigns/{code}/link", EVERYONE),
          rule(Method.GET, "/api/marketing/ad-spend", FIGURES),
          rule(Method.POST, "/api/marketing/ad-spend", CAMPAIGN_WRITERS));

  private AccessTable() {}

  /** The rule of an address; empty when it has none and therefore is closed. */
  static Optional<Rule> find(HttpPrologue prologue) {
    return RULES.stream().filter(rule -> rule.matches(prologue)).findFirst();
  }

  /**
   * One line of the table.
   *
   * @param roles who may; empty where no token is asked for
   */
  record Rule(Method method, PathMatcher path, Optional<Set<Role>> roles) {
    /** Where a browser may bring a ticket instead of a token. */
    boolean takesTickets() {
      return path.equals(STREAM);
    }

    boolean matches(HttpPrologue prologue) {
      return method.equals(prologue.method()) && path.match(prologue.uriPath()).accepted();
    }
  }

  private static Rule open(Method method, String path) {
    return new Rule(method, PathMatchers.create(path), Optional.empty());
  }

  private static Rule rule(Method method, String path, Set<Role> roles) {
    return new Rule(method, PathMatchers.create(path), Optional.of(roles));
  }
}
