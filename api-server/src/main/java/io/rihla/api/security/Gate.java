package io.rihla.api.security;

import io.helidon.http.HeaderNames;
import io.helidon.security.AuthenticationResponse;
import io.helidon.security.Role;
import io.helidon.security.Security;
import io.helidon.security.SecurityContext;
import io.helidon.security.Subject;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stands before every route and holds {@link AccessTable}. */
public final class Gate implements Filter {
  private final Security security;
  private final StreamTickets tickets;

  public Gate(String jwtKey) {
    this.security =
        Security.builder().addAuthenticationProvider(new BearerProvider(jwtKey), "bearer").build();
    this.tickets = new StreamTickets(jwtKey, Clock.systemUTC());
  }

  public StreamTickets tickets() {
    return tickets;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    Optional<AccessTable.Rule> rule = AccessTable.find(request.prologue());
    if (rule.isPresent() && rule.get().roles().isEmpty()) {
      chain.proceed();
      return;
    }
    Optional<Caller> caller = caller(request);
    if (rule.isPresent() && rule.get().takesTickets()) {
      caller = caller.or(() -> ticketHolder(request));
    }
    if (caller.isEmpty()) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"rihla\"");
      Json.send(
          response,
          Problem.of(
              401,
              "unauthenticated",
              "Unauthenticated",
              "send a valid bearer token; rihla token --role ROLE prints one"));
    } else if (rule.isEmpty() || !caller.get().isAny(rule.get().roles().orElseThrow())) {
      Json.send(
          response,
          Problem.of(
              403, "forbidden", "Forbidden", "none of the token's roles may use this address"));
    } else {
      request.context().register(caller.get());
      chain.proceed();
    }
  }

  private Optional<Caller> ticketHolder(ServerRequest request) {
    return request
        .query()
        .first("ticket")
        .asOptional()
        .or(() -> request.headers().cookies().first(StreamTickets.COOKIE).asOptional())
        .flatMap(tickets::read);
  }

  /** Who the request's token says is asking; empty without a valid token. */
  public Optional<Caller> caller(ServerRequest request) {
    List<String> tokens = request.headers().all(HeaderNames.AUTHORIZATION, List::of);
    SecurityContext context =
        security
            .contextBuilder(UUID.randomUUID().toString())
            .env(
                security
                    .environmentBuilder()
                    .method(request.prologue().method().text())
                    .path(request.path().path())
                    .header(HeaderNames.AUTHORIZATION.defaultCase(), tokens)
                    .build())
            .build();
    AuthenticationResponse response = context.atnClientBuilder().buildAndGet();
    return response.status().isSuccess() ? response.user().map(Gate::caller) : Optional.empty();
  }

  private static Caller caller(Subject subject) {
    return new Caller(
        subject.principal().getName(),
        subject.grants(Role.class).stream()
            .map(role -> AccessRole.parse(role.getName()))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()));
  }
}
