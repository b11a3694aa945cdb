package io.rihla.functions;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.rihla.functions.brain.AgencyBrain;
import io.rihla.functions.brain.Speaking;
import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.brain.llm.LlmBrain;
import io.rihla.functions.brain.llm.Model;
import io.rihla.functions.brain.llm.PromptPreview;
import io.rihla.functions.conversation.Conversation;
import io.rihla.functions.conversation.Rules;
import io.rihla.functions.delivery.Delivery;
import io.rihla.functions.delivery.WahaClient;
import io.rihla.functions.experiments.ExperimentsView;
import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.language.ChatLanguageDetector;
import io.rihla.functions.language.LanguageDetector;
import io.rihla.functions.packages.CatalogView;
import io.rihla.functions.preview.PreviewRoute;
import io.rihla.functions.prompts.PromptEscalations;
import io.rihla.functions.prompts.PromptsView;
import io.rihla.functions.statefun.Functions;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.config.ConfigurationException;
import io.rihla.schemas.config.Settings;
import io.rihla.schemas.desk.SettingsView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.apache.flink.statefun.sdk.java.handler.RequestReplyHandler;
import org.apache.flink.statefun.sdk.java.slice.Slices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the functions to the StateFun runtime. Has no memory of its own but views of the catalog,
 * the prompts, the experiments and the settings, and does not open its door before they are
 * complete.
 */
public final class FunctionServer {
  private static final Logger LOG = LoggerFactory.getLogger(FunctionServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FunctionServer() {}

  public static void main(String[] arguments) throws InterruptedException {
    FunctionsConfig config;
    try {
      config = FunctionsConfig.parse(new Settings(System.getenv()));
    } catch (ConfigurationException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    start(config);
  }

  static WebServer start(FunctionsConfig config) throws InterruptedException {
    CatalogView catalog = new CatalogView(config.kafka());
    PromptsView prompts = new PromptsView(config.kafka());
    ExperimentsView experiments = new ExperimentsView(config.kafka());
    while (!catalog.awaitComplete(PATIENCE)
        || !prompts.awaitComplete(PATIENCE)
        || !experiments.awaitComplete(PATIENCE)) {
      LOG.warn("waiting for the topics of catalog, prompts and experiments at {}", config.kafka());
    }
    SettingsView settings = new SettingsView(config.kafka());
    while (!settings.awaitComplete(PATIENCE)) {
      LOG.warn("waiting for the settings topic at {}", config.kafka());
    }
    FunctionMetrics metrics = new FunctionMetrics();
    InstantSource clock = InstantSource.system();
    LanguageDetector languages = new ChatLanguageDetector();
    AgencyBrain brain =
        new AgencyBrain(prompts, experiments, speakers(config, catalog, languages), config.zone());
    RequestReplyHandler handler =
        Functions.handler(
            new Conversation(
                Rules.standard(config.quietWindow(), config.zone()).withMinute(config.deskMinute()),
                catalog,
                languages,
                IntentRules.standard(),
                new PromptEscalations(prompts, config.company()),
                settings,
                () -> Texts.of(prompts.now()),
                config.company()),
            brain,
            new Delivery(
                new WahaClient(
                    config.waha(), config.wahaApiKey(), config.media(), config.wahaTimeout()),
                config.typing()),
            clock,
            Executors.newVirtualThreadPerTaskExecutor(),
            metrics::failed);
    WebServer server =
        WebServer.builder()
            .host(config.bindHost())
            .port(config.port())
            .addFeature(
                ObserveFeature.builder()
                    .addObserver(
                        HealthObserver.builder()
                            .addCheck(
                                () -> catalog.health(),
                                io.helidon.health.HealthCheckType.READINESS,
                                "catalog")
                            .addCheck(
                                () -> prompts.health(),
                                io.helidon.health.HealthCheckType.READINESS,
                                "prompts")
                            .addCheck(
                                () -> experiments.health(),
                                io.helidon.health.HealthCheckType.READINESS,
                                "experiments")
                            .details(true)
                            .build())
                    .build())
            .routing(
                routing ->
                    routing
                        .post(
                            "/statefun",
                            (request, response) -> answer(handler, metrics, request, response))
                        .register(
                            "/prompts",
                            new PreviewRoute(
                                prompts,
                                brain,
                                new PromptPreview(catalog, config.company(), config.zone()),
                                clock)))
            .build()
            .start();
    LOG.info("functions listen on {}:{}", config.bindHost(), server.port());
    return server;
  }

  /** A language model when one is configured, with the offline brain behind it; else that alone. */
  private static AgencyBrain.Speakers speakers(
      FunctionsConfig config, CatalogView catalog, LanguageDetector languages) {
    AnswerChecks checks = new AnswerChecks(languages);
    Speaking speaking = new Speaking(catalog, checks, config.company(), config.zone());
    if (config.llm().isEmpty()) {
      LOG.info("no language model is configured: the offline brain answers");
      return speaking::offline;
    }
    LOG.info("answers come from {}", config.llm().get());
    Model model = new Model(config.llm().get());
    return voice ->
        new LlmBrain(
            model,
            voice,
            catalog,
            speaking.offline(voice),
            checks,
            config.company(),
            config.zone());
  }

  /** One batch of calls for one key; each request has a virtual thread, so waiting is cheap. */
  private static void answer(
      RequestReplyHandler handler,
      FunctionMetrics metrics,
      ServerRequest request,
      ServerResponse response) {
    long began = System.nanoTime();
    byte[] body = request.content().as(byte[].class);
    try {
      byte[] result = handler.handle(Slices.wrap(body)).join().toByteArray();
      response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream").send(result);
    } catch (CompletionException | IllegalStateException e) {
      // not a function's failure, which its guard keeps: the protocol itself; StateFun tries again
      LOG.error("statefun request failed", e);
      response.status(Status.INTERNAL_SERVER_ERROR_500).send();
    } finally {
      metrics.called(Duration.ofNanos(System.nanoTime() - began));
    }
  }
}
