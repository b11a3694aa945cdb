package io.rihla.api.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.problem.Body;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.reading.Ignored;
import io.rihla.api.reading.Inbound;
import io.rihla.api.reading.Reading;
import io.rihla.api.reading.SessionStatus;
import io.rihla.api.reading.Unreadable;
import io.rihla.api.reading.WahaReader;
import io.rihla.api.security.Caller;
import io.rihla.api.security.Gate;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.whatsapp.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/whatsapp/webhook}: answers 2xx only after Kafka has what the body said, so that
 * WAHA tries again whatever else happens.
 */
public final class WebhookRoutes implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);
  private static final HeaderName HMAC = HeaderNames.create("X-Webhook-Hmac");

  private final Signature signature;
  private final Gate gate;
  private final Clock clock;
  private final WahaReader reader = new WahaReader();
  private final FlatForm flatForm;
  private final InboundFeed feed;
  private final DeadLetters deadLetters;
  private final Sessions sessions;

  public WebhookRoutes(WebhookSettings settings, Gate gate, InboundFeed feed, Sessions sessions) {
    this.signature = new Signature(settings.hmacKeys());
    this.gate = gate;
    this.clock = settings.clock();
    this.flatForm = new FlatForm(settings.zone());
    this.feed = feed;
    this.deadLetters = new DeadLetters(settings.log(), settings.clock());
    this.sessions = sessions;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/", this::receive);
  }

  /** Which sessions may be heard. */
  public interface Sessions {
    boolean isOpen(String session, long writtenAt);

    void onStatus(SessionStatus status);
  }

  private void receive(ServerRequest request, ServerResponse response) {
    try {
      byte[] body = Body.of(request);
      boolean signed = signature.fits(body, header(request));
      if (!signed && !isTrusted(request)) {
        throw new ProblemException(
            Problem.of(
                401,
                "bad-signature",
                "Unauthenticated",
                "X-Webhook-Hmac is not the hex HMAC-SHA512 of this body under a key in use"));
      }
      Outcome outcome = take(body, signed);
      count(outcome.name());
      Json.send(response, Status.OK_200, outcome.answer());
    } catch (ProblemException e) {
      count("refused_" + e.problem().status());
      throw e;
    } catch (LogUnavailable e) {
      count("unavailable");
      LOG.warn("webhook body not stored: {}", e.getMessage());
      throw new ProblemException(
          Problem.unavailable("the log did not acknowledge in time: send it again"), e);
    }
  }

  /** What became of a body, as it is counted and answered. */
  private record Outcome(String name, Map<String, String> answer) {
    static Outcome of(String status, String detail) {
      return new Outcome(
          detail.isEmpty() ? status : status + "_" + detail,
          detail.isEmpty() ? Map.of("status", status) : Map.of("status", status, "reason", detail));
    }
  }

  private Outcome take(byte[] body, boolean signed) throws LogUnavailable {
    JsonNode json;
    try {
      json = Json.read(body);
    } catch (ProblemException e) {
      return notJson(body, signed, e);
    }
    if (!json.has("event")) {
      return fed(feed.append(flatForm.read(json), Channel.FLAT_WEBHOOK, false));
    }
    return act(reader.read(json), body);
  }

  private static Outcome fed(boolean kept) {
    return kept ? Outcome.of("accepted", "") : Outcome.of("ignored", "staff");
  }

  private Outcome notJson(byte[] body, boolean signed, ProblemException e) throws LogUnavailable {
    if (!signed) {
      throw e;
    }
    deadLetters.append(new Unreadable("NOT_JSON", e.problem().detail()), body);
    return Outcome.of("dead_letter", "not_json");
  }

  private Outcome act(Reading reading, byte[] body) throws LogUnavailable {
    switch (reading) {
      case Inbound inbound -> {
        requireOpen(inbound);
        return fed(feed.append(inbound, Channel.WHATSAPP, false));
      }
      case SessionStatus status -> {
        LOG.info("session {} is {}", status.session(), status.status());
        sessions.onStatus(status);
        return Outcome.of("session", "");
      }
      case Ignored ignored -> {
        return Outcome.of("ignored", ignored.reason().name().toLowerCase(Locale.ROOT));
      }
      case Unreadable unreadable -> {
        deadLetters.append(unreadable, body);
        return Outcome.of("dead_letter", unreadable.code().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** WAHA tries again; by then the chats that are older than the bot are known. */
  private void requireOpen(Inbound inbound) {
    long written = inbound.occurredAt().orElseGet(clock::millis);
    if (!sessions.isOpen(inbound.session(), Math.min(written, clock.millis()))) {
      throw new ProblemException(
          Problem.unavailable(
              "session %s is not open yet: its chats are being read from WAHA, send it again"
                  .formatted(inbound.session())));
    }
  }

  private boolean isTrusted(ServerRequest request) {
    Optional<Caller> caller = gate.caller(request);
    return caller.isPresent() && caller.get().isAny(Set.of(Role.SYSTEM_ADMIN));
  }

  private static Optional<String> header(ServerRequest request) {
    return request.headers().first(HMAC);
  }

  private static void count(String outcome) {
    Metrics.getOrCreate(
            Counter.builder("rihla_webhook")
                .description("Webhook bodies by what became of them")
                .tags(List.of(Tag.create("outcome", outcome))))
        .increment();
  }
}
