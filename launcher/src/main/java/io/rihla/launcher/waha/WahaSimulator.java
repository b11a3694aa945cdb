package io.rihla.launcher.waha;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.staticcontent.StaticContentService;
import io.rihla.schemas.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * A WAHA that needs no phone. Under {@code /api} it is WAHA, under {@code /simulator} it is told
 * what the customers do and what goes wrong, and {@code /} is a chat page. Chats are kept over a
 * restart; webhooks that are not delivered yet are not, as with WAHA.
 */
public final class WahaSimulator implements AutoCloseable {
  /** The account the simulator plays, E.164 digits. */
  public static final String NUMBER = Own.PHONE;

  private static final Logger LOG = LoggerFactory.getLogger(WahaSimulator.class);
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

  private final WebServer server;
  private final Chats chats;
  private final Webhooks webhooks;
  private final WhatsApp whatsApp;
  private final FileSource files;
  private final FaultSwitches faults;
  private final PageEvents page;

  private WahaSimulator(SimulatorSettings settings, Duration retryPause) throws IOException {
    Clock clock = Clock.systemUTC();
    Files.createDirectories(settings.data());
    page = new PageEvents();
    chats = new Chats(settings.data(), page::changed);
    if (chats.customers().isEmpty()) {
      ReadyMadeCustomers.ALL.forEach(chats::add);
    }
    faults = new FaultSwitches();
    webhooks = new Webhooks(settings, faults, clock, retryPause);
    files = new FileSource();
    Address address = new Address(settings.bindHost());
    Shape shape = Shape.of(settings.engine(), address::files);
    Session session = new Session(webhooks, clock);
    whatsApp = new WhatsApp(chats, webhooks, shape, faults, clock);
    MediaFolder media = new MediaFolder(settings.data());
    CallLog calls = new CallLog();
    Sending sending = new Sending(settings, whatsApp, session, faults, shape, media, files, clock);
    WahaRoutes waha =
        new WahaRoutes(
            settings,
            sending,
            new History(chats, shape),
            session,
            media,
            calls,
            faults,
            page,
            clock);
    ControlRoutes control =
        new ControlRoutes(
            chats,
            whatsApp,
            new Writing(media, clock),
            new ThreadView(chats, page),
            calls,
            session,
            faults,
            webhooks,
            media,
            page,
            settings);
    server =
        WebServer.builder()
            .host(settings.bindHost())
            .port(settings.port())
            .routing(routing -> route(routing, waha, control))
            .build()
            .start();
    if (!server.isRunning()) {
      throw new IOException(
          "cannot listen on %s:%d: choose another SIMULATOR_PORT, or 0 for any free one"
              .formatted(settings.bindHost(), settings.port()));
    }
    address.port(server.port());
    session.become(Session.Status.STARTING);
    session.become(Session.Status.WORKING);
  }

  /** Where the simulator is reached; the port is known once it listens. */
  private static final class Address {
    private final String host;
    private volatile int port;

    Address(String bindHost) {
      host = bindHost.equals("0.0.0.0") ? "127.0.0.1" : bindHost;
    }

    void port(int newPort) {
      port = newPort;
    }

    URI files() {
      return URI.create("http://%s:%d/api/files/%s".formatted(host, port, Own.SESSION));
    }
  }

  private static void route(HttpRouting.Builder routing, WahaRoutes waha, ControlRoutes control) {
    routing
        .get("/ping", (request, response) -> Http.send(response, 200, message("pong")))
        .get("/health", (request, response) -> Http.send(response, 200, health()))
        .register("/api", waha)
        .register("/simulator", control)
        .register(
            "/",
            StaticContentService.builder("simulator/page").welcomeFileName("index.html").build())
        .error(
            BadCall.class,
            (request, response, error) ->
                Http.send(response, 400, message(String.valueOf(error.getMessage()))))
        .error(
            Exception.class,
            (request, response, error) -> {
              LOG.error("call failed path={}", request.path().path(), error);
              Http.send(
                  response, 500, Answer.failed("internal error", request.path().path()).body());
            });
  }

  private static Object message(String text) {
    return Json.object().put("message", text);
  }

  private static Object health() {
    return Json.object().put("status", "ok").set("info", Json.object());
  }

  public static WahaSimulator start(SimulatorSettings settings) {
    return start(settings, RETRY_PAUSE);
  }

  /**
   * @param retryPause between two tries of a webhook
   */
  public static WahaSimulator start(SimulatorSettings settings, Duration retryPause) {
    try {
      return new WahaSimulator(settings, retryPause);
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    faults.set(Faults.NONE);
    page.close();
    server.stop();
    whatsApp.close();
    webhooks.close();
    files.close();
    chats.close();
  }

  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      SimulatorSettings settings = SimulatorSettings.read(System.getenv());
      WahaSimulator simulator = start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
      LOG.info(
          "WAHA simulator listens on http://{}:{} engine={} webhooks={}",
          settings.bindHost(),
          simulator.port(),
          settings.engine(),
          settings.webhookUrl());
    } catch (ConfigurationException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
