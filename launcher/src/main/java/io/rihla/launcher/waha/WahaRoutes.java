package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.launcher.waha.History.Filter;
import io.rihla.schemas.identity.ChatId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;

/** WAHA's REST under {@code /api}; every call is in the call log before it is answered. */
final class WahaRoutes implements HttpService {
  private final SimulatorSettings settings;
  private final Sending sending;
  private final History history;
  private final Session session;
  private final MediaFolder media;
  private final CallLog calls;
  private final FaultSwitches faults;
  private final PageEvents page;
  private final Clock clock;

  WahaRoutes(
      SimulatorSettings settings,
      Sending sending,
      History history,
      Session session,
      MediaFolder media,
      CallLog calls,
      FaultSwitches faults,
      PageEvents page,
      Clock clock) {
    this.settings = settings;
    this.sending = sending;
    this.history = history;
    this.session = session;
    this.media = media;
    this.calls = calls;
    this.faults = faults;
    this.page = page;
    this.clock = clock;
  }

  /** What one call does. */
  private interface Action {
    Answer answer(ServerRequest request, ObjectNode body) throws InterruptedException;
  }

  @Override
  public void routing(HttpRules rules) {
    post(rules, "/sendText", sending::text);
    post(rules, "/sendImage", sending.file(MediaKind.IMAGE, "image/jpeg"));
    post(rules, "/sendFile", sending.file(MediaKind.DOCUMENT, "application/octet-stream"));
    post(rules, "/sendVideo", sending.file(MediaKind.VIDEO, "video/mp4"));
    post(rules, "/sendLocation", sending::place);
    rules.post("/sendSeen", answering((request, body) -> seen(body)));
    rules.post("/startTyping", answering((request, body) -> typing(body, true)));
    rules.post("/stopTyping", answering((request, body) -> typing(body, false)));
    rules.get("/contacts/check-exists", answering((request, body) -> exists(request)));
    rules.get("/sessions", answering((r, b) -> Answer.ok(Json.array().add(sessionInfo()))));
    rules.get("/sessions/{session}", answering((r, b) -> ofSession(r, sessionInfo())));
    rules.get("/files/{session}/{file}", this::file);
    rules.get("/{session}/new-message-id", answering((r, b) -> newMessageId(r)));
    rules.get(
        "/{session}/lids/{lid}", answering((r, b) -> ofSession(r, history.lid(chat(r, "lid")))));
    rules.get(
        "/{session}/chats",
        answering((r, b) -> ofSession(r, history.list(limit(r, 100), offset(r)))));
    rules.get(
        "/{session}/chats/overview",
        answering((r, b) -> ofSession(r, history.overview(limit(r, 20), offset(r)))));
    rules.get(
        "/{session}/chats/{chat}/messages",
        answering((r, b) -> ofSession(r, history.messages(chat(r, "chat"), filter(r)))));
  }

  private void post(HttpRules rules, String path, Sending.ContentReader reader) {
    rules.post(path, answering((request, body) -> sending.send("/api" + path, body, reader)));
  }

  private io.helidon.webserver.http.Handler answering(Action action) {
    return (request, response) -> {
      long at = clock.millis();
      ObjectNode body = Json.object();
      Answer answer;
      try {
        body = Http.body(request);
        answer = answer(request, body, action);
      } catch (BadCall e) {
        answer = Answer.badRequest(String.valueOf(e.getMessage()));
      }
      calls.add(at, request.prologue().method().text(), path(request), logged(body), answer);
      if (!answer.answered()) {
        faults.hold();
      }
      Http.send(response, answer.answered() ? answer.status() : 504, answer.body());
    };
  }

  private Answer answer(ServerRequest request, ObjectNode body, Action action)
      throws InterruptedException {
    if (faults.isDown()) {
      return Answer.failed("simulated outage", path(request));
    }
    return authentic(request) ? action.answer(request, body) : Answer.unauthorized();
  }

  private boolean authentic(ServerRequest request) {
    String key = request.headers().first(HeaderNames.create("X-Api-Key")).orElse("");
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), settings.apiKey().getBytes(StandardCharsets.UTF_8));
  }

  private static String path(ServerRequest request) {
    String query = request.prologue().query().rawValue();
    return request.path().absolute().rawPath() + (query.isEmpty() ? "" : "?" + query);
  }

  /** Without the bytes of files. */
  private static ObjectNode logged(ObjectNode body) {
    if (body.path("file").has("data") && body.get("file") instanceof ObjectNode file) {
      file.put("data", "(%d characters)".formatted(file.get("data").asText().length()));
    }
    return body;
  }

  private Answer seen(ObjectNode body) {
    Customer customer = sending.customer(body);
    if (!session.works()) {
      return Answer.notWorking(session.status());
    }
    sending.seen(customer);
    return Answer.done(Json.object(), customer);
  }

  private Answer typing(ObjectNode body, boolean on) {
    Customer customer = sending.customer(body);
    if (!session.works()) {
      return Answer.notWorking(session.status());
    }
    page.typing(customer, on);
    return Answer.done(Json.object().put("result", true), customer);
  }

  private static Answer exists(ServerRequest request) {
    String phone = request.query().first("phone").orElse("").replaceAll("[^0-9]", "");
    boolean plausible = phone.length() >= 8 && phone.length() <= 15;
    ObjectNode body = Json.object().put("numberExists", plausible);
    return Answer.ok(plausible ? body.put("chatId", phone + "@c.us") : body);
  }

  private Answer newMessageId(ServerRequest request) {
    return settings.engine().takesMessageIds()
        ? ofSession(request, Json.object().put("id", Ids.ownMessage()))
        : Answer.notImplemented(settings.engine());
  }

  private static Answer ofSession(
      ServerRequest request, com.fasterxml.jackson.databind.JsonNode body) {
    String name = request.path().pathParameters().get("session");
    return name.equals(Own.SESSION) ? Answer.ok(body) : Answer.noSession(name);
  }

  private ObjectNode sessionInfo() {
    ObjectNode config = Json.object();
    ObjectNode store = Json.object().put("enabled", true).put("fullSync", true);
    config.set("noweb", Json.object().set("store", store));
    config.set("metadata", Json.object());
    ObjectNode info = Json.object().put("name", Own.SESSION);
    info.put("status", session.status().name());
    info.set("config", config);
    info.set("me", session.works() ? Own.me(settings.engine()) : null);
    return info.set("engine", Json.object().put("engine", settings.engine().name()));
  }

  private void file(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("file");
    if (!authentic(request)) {
      Answer refused = Answer.unauthorized();
      Http.send(response, refused.status(), refused.body());
    } else {
      media
          .read(name)
          .ifPresentOrElse(
              bytes -> Http.sendFile(response, MediaFolder.mimetype(name), bytes),
              () -> response.status(Status.NOT_FOUND_404).send());
    }
  }

  private static ChatId chat(ServerRequest request, String parameter) {
    String text = request.path().pathParameters().get(parameter);
    return ChatId.parse(
            text.contains("@") ? text : text + ("lid".equals(parameter) ? "@lid" : "@c.us"))
        .orElseThrow(() -> new BadCall(parameter + " is no chat id"));
  }

  private static Filter filter(ServerRequest request) {
    Parameters query = request.query();
    return new Filter(
        limit(request, 10),
        offset(request),
        Http.number(query, "filter.timestamp.gte", 0),
        Http.number(query, "filter.timestamp.lte", Long.MAX_VALUE),
        query.contains("filter.fromMe") ? Boolean.valueOf(query.get("filter.fromMe")) : null);
  }

  private static int limit(ServerRequest request, int standard) {
    return (int) Math.min(100_000, Http.number(request.query(), "limit", standard));
  }

  private static int offset(ServerRequest request) {
    return (int) Http.number(request.query(), "offset", 0);
  }
}
