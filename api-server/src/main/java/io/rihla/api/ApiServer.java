package io.rihla.api;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.rihla.api.ai.TurnRoutes;
import io.rihla.api.ai.TurnTail;
import io.rihla.api.catchup.CatchUp;
import io.rihla.api.commands.AnsweredCommands;
import io.rihla.api.commands.ConversationCommands;
import io.rihla.api.commands.ConversationKeys;
import io.rihla.api.commands.DeskCommands;
import io.rihla.api.conversations.ConversationRoutes;
import io.rihla.api.erasure.Erasures;
import io.rihla.api.experiments.ExperimentRoutes;
import io.rihla.api.failures.FailureRoutes;
import io.rihla.api.golive.ExistingChats;
import io.rihla.api.golive.GoLive;
import io.rihla.api.handover.HandoverRoutes;
import io.rihla.api.health.Observation;
import io.rihla.api.kafka.AdminAuditTail;
import io.rihla.api.kafka.EventLog;
import io.rihla.api.kafka.TickSource;
import io.rihla.api.leads.LeadRoutes;
import io.rihla.api.lid.Customers;
import io.rihla.api.lid.LidDirectory;
import io.rihla.api.media.Media;
import io.rihla.api.packages.PackageParts;
import io.rihla.api.packages.PackageRoutes;
import io.rihla.api.problem.ProblemFeature;
import io.rihla.api.prompts.FaqDesk;
import io.rihla.api.prompts.PromptPreview;
import io.rihla.api.prompts.PromptRoutes;
import io.rihla.api.reading.SessionStatus;
import io.rihla.api.security.Gate;
import io.rihla.api.settings.SettingsRoutes;
import io.rihla.api.store.ClickHouse;
import io.rihla.api.waha.WahaClient;
import io.rihla.api.webhook.InboundFeed;
import io.rihla.api.webhook.OtherServers;
import io.rihla.api.webhook.WebhookRoutes;
import io.rihla.api.webhook.WebhookSettings;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.config.ConfigurationException;
import io.rihla.schemas.config.Settings;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.SettingsView;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.topics.CompactedTopicView;
import io.rihla.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The api's process: wires the parts, opens the doors. */
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final WebServer server;

  private ApiServer(ApiConfig config) {
    Clock clock = Clock.systemUTC();
    EventLog log = part(new EventLog(config.kafka()));
    ClickHouse clickHouse = part(new ClickHouse(config.clickHouse()));
    WahaClient waha = part(new WahaClient(config.waha()));
    Customers customers = new Customers(config.pseudonymKey(), new LidDirectory(waha));
    SettingsView settings = part(new SettingsView(config.kafka()));
    InboundFeed feed =
        new InboundFeed(
            log,
            customers,
            phone -> settings.get().notifyNumbers().contains(phone),
            clock,
            config.replayWindow());
    OtherServers others = part(new OtherServers(feed, config.kafka()));
    CatchUp catchUp = part(new CatchUp(clickHouse, waha, feed));
    Gate gate = new Gate(config.jwtKey());
    AdminAuditTail audit = part(new AdminAuditTail(config.kafka()));
    AnsweredCommands answered = new AnsweredCommands(log, audit);
    DeskCommands desk = new DeskCommands(answered, clock);
    GoLive goLive = part(new GoLive(settings, waha, new ExistingChats(waha, feed), desk, clock));
    WebhookRoutes webhook =
        new WebhookRoutes(
            new WebhookSettings(config.hmacKeys(), config.zone(), log, clock),
            gate,
            feed,
            sessions(goLive, catchUp));
    CompactedTopicView<TravelPackage> catalog =
        part(new CompactedTopicView<>(Topics.CATALOG, config.kafka()));
    TurnTail turns = part(new TurnTail(config.kafka()));
    ConversationKeys keys = new ConversationKeys(clickHouse);
    ConversationCommands commands = new ConversationCommands(answered, clock);
    AdvertisingDoors advertising = part(new AdvertisingDoors(config, log, desk, catalog, clock));
    PackageParts packages = new PackageParts(catalog, log, audit, clock, config.zone());
    CompactedTopicView<PromptVersion> prompts =
        part(new CompactedTopicView<>(Topics.PROMPTS, config.kafka()));
    CompactedTopicView<Experiment> experiments =
        part(new CompactedTopicView<>(Topics.EXPERIMENTS, config.kafka()));
    PromptPreview preview = new PromptPreview(config.functions(), clickHouse);
    FaqDesk faq = new FaqDesk(prompts, answered, clock);
    Observation observation = part(new Observation(config.kafka(), clickHouse));
    AnalyticsDoors analytics =
        part(new AnalyticsDoors(config, clickHouse, experiments, faq, clock));
    TickSource ticks = part(new TickSource(log, clock, config.tick()));
    Erasures erasures = part(new Erasures(clickHouse));

    HttpRouting.Builder routing = HttpRouting.builder().addFilter(gate);
    ProblemFeature.install(routing);
    new FrontPage(config.company()).install(routing);
    Media.install(routing);
    analytics.install(routing);
    routing
        .register("/api/whatsapp/webhook", webhook)
        .register(
            "/api/conversations",
            new ConversationRoutes(clickHouse),
            new HandoverRoutes(keys, commands))
        .register("/api/ai/prompts", new PromptRoutes(prompts, answered, preview, clock))
        .register(
            "/api/ai/failed-conversations", new FailureRoutes(clickHouse, config.zone(), clock))
        .register("/api/experiments", new ExperimentRoutes(experiments, desk))
        .register("/api/ai", new TurnRoutes(customers, commands, turns))
        .register("/api/marketing/leads", new LeadRoutes(clickHouse, customers, keys, commands))
        .register("/api/packages", new PackageRoutes(packages))
        .register("/api/settings", new SettingsRoutes(settings, desk));

    advertising.install(routing);
    Messengers messengers = part(new Messengers(config, log, settings, clock));
    LiveDoors live = new LiveDoors(config, gate, clickHouse);
    live.install(routing);

    this.server =
        WebServer.builder()
            .host(config.host())
            .port(config.port())
            .featuresDiscoverServices(false)
            .addFeature(observation.feature())
            .routing(routing)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofSeconds(2))
            .build()
            .start();
    parts.push(server::stop);
    part(live);
    observation.start();
    audit.start();
    turns.start();
    analytics.start();
    others.start();
    goLive.start();
    catchUp.start();
    ticks.start();
    erasures.start();
    advertising.start();
    live.start();
    messengers.start();
  }

  private static WebhookRoutes.Sessions sessions(GoLive goLive, CatchUp catchUp) {
    return new WebhookRoutes.Sessions() {
      @Override
      public boolean isOpen(String session, long writtenAt) {
        return goLive.isOpen(session, writtenAt);
      }

      @Override
      public void onStatus(SessionStatus status) {
        goLive.onSession(status);
        catchUp.onSession(status);
      }
    };
  }

  /** Starts a server; Kafka, ClickHouse and WAHA may still be away. */
  public static ApiServer start(ApiConfig config) {
    return new ApiServer(config);
  }

  public int port() {
    return server.port();
  }

  private <P extends AutoCloseable> P part(P part) {
    parts.push(part);
    return part;
  }

  /** Closes the doors first, then what is behind them. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part did not close: {}", e.toString());
      }
    }
  }

  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      Settings settings = new Settings(System.getenv());
      ApiConfig config = ApiConfig.read(settings);
      settings.check();
      ApiServer server = start(config);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
      LOG.info("api listens on http://{}:{}", config.host(), server.port());
    } catch (ConfigurationException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
