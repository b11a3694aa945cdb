package io.rihla.api.stream;

import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.security.Caller;
import io.rihla.api.security.StreamTickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/stream}: server-sent events, and tickets to them for browsers. */
public final class StreamRoutes implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(StreamRoutes.class);

  private final LiveHub hub;
  private final Replay replay;
  private final StreamTickets tickets;
  private final boolean secure;

  /**
   * @param secure whether browsers reach us by https only
   */
  public StreamRoutes(LiveHub hub, String bootstrapServers, StreamTickets tickets, boolean secure) {
    this.hub = hub;
    this.replay = new Replay(bootstrapServers);
    this.tickets = tickets;
    this.secure = secure;
  }

  /** A ticket and how long it opens the stream. */
  record TicketAnswer(String ticket, long expiresInSeconds) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::listen).post("/ticket", this::ticket);
  }

  private void ticket(ServerRequest request, ServerResponse response) {
    String ticket = tickets.issue(Caller.of(request));
    response
        .headers()
        .addCookie(
            SetCookie.builder(StreamTickets.COOKIE, ticket)
                .path("/api/stream")
                .maxAge(StreamTickets.LIFETIME)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SetCookie.SameSite.STRICT)
                .build());
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response, Status.OK_200, new TicketAnswer(ticket, StreamTickets.LIFETIME.toSeconds()));
  }

  private void listen(ServerRequest request, ServerResponse response) {
    Subscription client =
        hub.join()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.unavailable("the events are not read yet: try again in a moment")));
    try {
      response
          .status(Status.OK_200)
          .header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
          .header(HeaderNames.CACHE_CONTROL, "no-store")
          // proxies shall not gather what is to be seen now
          .header(HeaderNames.create("X-Accel-Buffering"), "no");
      Viewer viewer = new Viewer(Caller.of(request));
      try (EventWriter out = new EventWriter(response.outputStream(), viewer, client.from())) {
        new Listening(client, replay, out).run(lastEventId(request));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("a listener has gone: {}", e.toString());
    } catch (InterruptedException e) {
      LOG.debug("a listener was too slow, or the server stops");
    } finally {
      hub.leave(client);
      client.leave();
    }
  }

  /** As EventSource sends it by itself, or in the address by who opens a new one. */
  private static Optional<String> lastEventId(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.create("Last-Event-ID"))
        .or(() -> request.query().first("last_event_id").asOptional())
        .filter(id -> !id.isBlank());
  }

  /** How long one connection lasts before the client is to show its ticket again. */
  static final Duration LONGEST = Duration.ofMinutes(30);
}
