package io.rihla.functions;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.rihla.functions.brain.Brain;
import io.rihla.functions.brain.OfflineBrain;
import io.rihla.functions.brain.TemplateBrain;
import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.brain.llm.LlmBrain;
import io.rihla.functions.brain.llm.ResourceSections;
import io.rihla.functions.brain.retrieval.Faq;
import io.rihla.functions.conversation.Conversation;
import io.rihla.functions.conversation.Rules;
import io.rihla.functions.delivery.Delivery;
import io.rihla.functions.delivery.WahaClient;
import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.language.ChatLanguageDetector;
import io.rihla.functions.language.LanguageDetector;
import io.rihla.functions.packages.CatalogView;
import io.rihla.functions.statefun.Functions;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.config.ConfigurationException;
import io.rihla.schemas.config.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.apache.flink.statefun.sdk.java.handler.RequestReplyHandler;
import org.apache.flink.statefun.sdk.java.slice.Slices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the functions to the StateFun runtime. Has no memory of its own but a view of the catalog,
 * and does not open its door before that view is complete.
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
    while (!catalog.awaitComplete(PATIENCE)) {
      LOG.warn("waiting for the catalog topic at {}", config.kafka());
    }
    FunctionMetrics metrics = new FunctionMetrics();
    InstantSource clock = InstantSource.system();
    LanguageDetector languages = new ChatLanguageDetector();
    RequestReplyHandler handler =
        Functions.handler(
            new Conversation(
                Rules.standard(config.quietWindow(), config.zone()),
                catalog,
                languages,
                IntentRules.standard()),
            brain(config, catalog, languages),
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
                            .details(true)
                            .build())
                    .build())
            .routing(
                routing ->
                    routing.post(
                        "/statefun",
                        (request, response) -> answer(handler, metrics, request, response)))
            .build()
            .start();
    LOG.info("functions listen on {}:{}", config.bindHost(), server.port());
    return server;
  }

  /** A language model when one is configured, with the offline brain behind it; else that alone. */
  private static Brain brain(
      FunctionsConfig config, CatalogView catalog, LanguageDetector languages) {
    AnswerChecks checks = new AnswerChecks(languages);
    Faq faq = Faq.standard();
    OfflineBrain offline =
        new OfflineBrain(
            new TemplateBrain(catalog, Texts.standard(), config.company(), config.zone()),
            catalog,
            faq,
            checks);
    if (config.llm().isEmpty()) {
      LOG.info("no language model is configured: the offline brain answers");
      return offline;
    }
    LOG.info("answers come from {}", config.llm().get());
    return new LlmBrain(
        config.llm().get(),
        new ResourceSections(),
        catalog,
        faq,
        offline,
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
