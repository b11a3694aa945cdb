package io.rihla.api.clicks;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.campaigns.CampaignDirectory;
import io.rihla.api.campaigns.CampaignLinks;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.ads.Click;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.identity.CampaignCode;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /c/{code}}: logs who came and sends on to WhatsApp. A customer is never kept waiting:
 * after {@link #PATIENCE} the way is free whatever Kafka does.
 */
public final class ClickRoutes implements HttpService {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int LONGEST = 500;
  private static final String NO_CAMPAIGN = "none";

  private final CampaignDirectory campaigns;
  private final CompactedTopicView<TravelPackage> catalog;
  private final CampaignLinks links;
  private final ClickLog log;
  private final Clock clock;
  private final Crawlers crawlers = new Crawlers();

  public ClickRoutes(
      CampaignDirectory campaigns,
      CompactedTopicView<TravelPackage> catalog,
      CampaignLinks links,
      ClickLog log,
      Clock clock) {
    this.campaigns = campaigns;
    this.catalog = catalog;
    this.links = links;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{code}", this::follow).head("/{code}", this::follow);
  }

  private void follow(ServerRequest request, ServerResponse response) {
    String code = CampaignDirectory.normal(request.path().pathParameters().get("code"));
    Optional<Campaign> campaign = campaigns.find(code);
    boolean known = campaign.isPresent() || isSold(code);
    boolean bot = crawlers.sent(request);
    AdsActivity click = click(request, known ? code : null, bot);
    // who only looks need not wait
    boolean unused =
        log.append(known ? code : NO_CAMPAIGN, click, bot ? Duration.ofMillis(1) : PATIENCE);
    Optional<String> target =
        campaign.flatMap(links::target).or(() -> known ? links.chat(code) : links.generalChat());
    response
        .status(Status.FOUND_302)
        .header(HeaderNames.LOCATION, target.orElseThrow(ClickRoutes::noNumber))
        .header(HeaderNames.CACHE_CONTROL, "no-store, max-age=0")
        .header(HeaderNames.create("Referrer-Policy"), "no-referrer")
        .header(HeaderNames.create("X-Robots-Tag"), "noindex, nofollow")
        .send();
  }

  /** A package's own code leads to it without a campaign; nobody is turned away before we know. */
  private boolean isSold(String code) {
    return CampaignCode.parse(code).isPresent()
        && (catalog.get(code).isPresent() || !catalog.isComplete() || !campaigns.isComplete());
  }

  private AdsActivity click(ServerRequest request, @Nullable String code, boolean bot) {
    long now = clock.millis();
    return new AdsActivity(
        "click_" + UUID.randomUUID(),
        now,
        now,
        code,
        request
            .query()
            .first("ad_id")
            .asOptional()
            .filter(ad -> ad.matches("[0-9]{3,32}"))
            .orElse(null),
        new Click(
            referrer(request),
            request.headers().first(HeaderNames.USER_AGENT).map(ClickRoutes::bounded).orElse(null),
            bot));
  }

  /** Where the click came from; Meta's click id stays with it. */
  private static @Nullable String referrer(ServerRequest request) {
    Optional<String> referrer = request.headers().first(HeaderNames.REFERER);
    return request
        .query()
        .first("fbclid")
        .asOptional()
        .map(
            id ->
                referrer.orElse("")
                    + (referrer.orElse("").contains("?") ? "&" : "?")
                    + "fbclid="
                    + id)
        .or(() -> referrer)
        .map(ClickRoutes::bounded)
        .orElse(null);
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static ProblemException noNumber() {
    return new ProblemException(
        Problem.unavailable("no WhatsApp number is set: set RIHLA_WHATSAPP_NUMBER"));
  }
}
