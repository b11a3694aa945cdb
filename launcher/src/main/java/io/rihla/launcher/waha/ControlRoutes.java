package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/**
 * What tests and the chat page tell the simulator, under {@code /simulator}; see docs/simulator.md.
 */
final class ControlRoutes implements HttpService {
  private final Chats chats;
  private final WhatsApp whatsApp;
  private final Writing writing;
  private final ThreadView view;
  private final CallLog calls;
  private final Session session;
  private final FaultSwitches faults;
  private final Webhooks webhooks;
  private final MediaFolder media;
  private final PageEvents page;
  private final SimulatorSettings settings;

  ControlRoutes(
      Chats chats,
      WhatsApp whatsApp,
      Writing writing,
      ThreadView view,
      CallLog calls,
      Session session,
      FaultSwitches faults,
      Webhooks webhooks,
      MediaFolder media,
      PageEvents page,
      SimulatorSettings settings) {
    this.chats = chats;
    this.whatsApp = whatsApp;
    this.writing = writing;
    this.view = view;
    this.calls = calls;
    this.session = session;
    this.faults = faults;
    this.webhooks = webhooks;
    this.media = media;
    this.page = page;
    this.settings = settings;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.any(ControlRoutes::refuseOtherSites);
    rules.get("/state", (request, response) -> Http.send(response, 200, state()));
    rules.get("/chats", (request, response) -> Http.send(response, 200, view.chats()));
    rules.get("/chats/{chat}", this::thread);
    rules.get("/calls", this::calls);
    rules.get("/media/{file}", this::media);
    rules.get("/codes", (request, response) -> Http.send(response, 200, DemoCodes.read()));
    rules.get("/events", page::stream);
    rules.post("/customers", ordered(Orders.NewCustomer.class, this::addCustomer));
    rules.post("/messages", ordered(Orders.NewMessage.class, order -> write(order, false)));
    rules.post("/own-messages", ordered(Orders.NewMessage.class, order -> write(order, true)));
    rules.post("/edits", ordered(Orders.Change.class, this::edit));
    rules.post("/revokes", ordered(Orders.Change.class, this::revoke));
    rules.post("/reactions", ordered(Orders.Change.class, this::react));
    rules.post("/session", ordered(Orders.NewStatus.class, this::changeSession));
    rules.post("/faults", ordered(Faults.class, this::changeFaults));
  }

  /** There is no key here, so pages of other sites must not be able to act through the browser. */
  private static void refuseOtherSites(ServerRequest request, ServerResponse response) {
    String site = request.headers().first(HeaderNames.create("Sec-Fetch-Site")).orElse("none");
    if (site.equals("cross-site")) {
      Http.send(response, 403, Json.object().put("message", "other sites may not call this"));
    } else {
      response.next();
    }
  }

  /** What an order does; the result is the answer's body. */
  private interface Action<T> {
    Object perform(T order);
  }

  private static <T> Handler ordered(Class<T> type, Action<T> action) {
    return (request, response) -> {
      T order = Json.read(Http.body(request), type);
      Http.send(response, 200, action.perform(order));
    };
  }

  private ObjectNode state() {
    ObjectNode state = Json.object().put("engine", settings.engine().name());
    state.put("session", session.status().name());
    state.put("webhook_url", settings.webhookUrl().toString());
    state.set("faults", Json.tree(faults.current()));
    state.set("webhooks", Json.tree(webhooks.figures()));
    state.set("attachments", Json.strings(MediaFolder.readyMadeNames().toArray(String[]::new)));
    return state;
  }

  private void thread(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("chat");
    Http.send(response, 200, view.thread(customer(name)));
  }

  private void calls(ServerRequest request, ServerResponse response) {
    long since = Http.number(request.query(), "since", 0);
    long after = Http.number(request.query(), "after", 0);
    Http.send(response, 200, calls.calls(since, after));
  }

  private void media(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("file");
    Optional<byte[]> bytes =
        MediaFolder.READY_MADE.containsKey(name)
            ? Optional.of(MediaFolder.readyMade(name))
            : media.read(name);
    bytes.ifPresentOrElse(
        found -> Http.sendFile(response, MediaFolder.mimetype(name), found),
        () -> response.status(Status.NOT_FOUND_404).send());
  }

  private Object addCustomer(Orders.NewCustomer order) {
    Addressing addressing = order.addressing() == null ? Addressing.PHONE : order.addressing();
    String phone = order.phone() == null ? null : order.phone().replaceAll("[^0-9]", "");
    String lid = order.lid() == null ? null : order.lid().replaceAll("[^0-9]", "");
    if (lid == null && addressing != Addressing.PHONE) {
      lid = Ids.lid();
    }
    String id = phone != null ? phone : "lid" + lid;
    if ((phone == null || phone.isEmpty()) && (lid == null || lid.isEmpty())) {
      throw new BadCall("phone is missing: give its digits, or a lid");
    }
    Customer customer =
        new Customer(id, order.name() == null ? "+" + id : order.name(), phone, lid, addressing);
    chats.add(customer);
    return view.thread(customer);
  }

  private Object write(Orders.NewMessage order, boolean own) {
    Customer customer = customer(order.customer());
    Incoming incoming = writing.read(order);
    Message message =
        own ? whatsApp.typeOnPhone(customer, incoming) : whatsApp.receive(customer, incoming);
    return Json.object().put("message_id", message.id()).put("at", message.at());
  }

  private Object edit(Orders.Change order) {
    Customer customer = customer(order.customer());
    if (order.text() == null || order.text().isEmpty()) {
      throw new BadCall("text is missing: what the message says from now on");
    }
    whatsApp.edit(message(customer, order), customer, order.text());
    return Json.object();
  }

  private Object revoke(Orders.Change order) {
    Customer customer = customer(order.customer());
    whatsApp.revoke(message(customer, order), customer);
    return Json.object();
  }

  private Object react(Orders.Change order) {
    Customer customer = customer(order.customer());
    String emoji = order.text() == null ? "" : order.text();
    whatsApp.react(message(customer, order), customer, order.own(), emoji);
    return Json.object();
  }

  private Object changeSession(Orders.NewStatus order) {
    if (order.status() == null) {
      throw new BadCall("status is missing: use WORKING, FAILED, STOPPED, …");
    }
    session.become(order.status());
    page.stateChanged();
    return state();
  }

  private Object changeFaults(Faults newFaults) {
    faults.set(newFaults);
    page.stateChanged();
    return state();
  }

  private Customer customer(@org.jspecify.annotations.Nullable String name) {
    String wanted = name == null ? "" : name;
    return chats
        .customer(wanted)
        .orElseThrow(
            () ->
                new BadCall(
                    "customer is '%s': nobody has that id, phone or chat".formatted(wanted)));
  }

  private Message message(Customer customer, Orders.Change order) {
    String id = order.messageId() == null ? "" : order.messageId();
    return chats
        .message(customer, id)
        .orElseThrow(() -> new BadCall("message_id is '%s': not in this chat".formatted(id)));
  }
}
