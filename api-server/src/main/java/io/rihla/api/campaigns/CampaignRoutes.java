package io.rihla.api.campaigns;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.problem.RequestFields;
import io.rihla.api.security.AccessTable;
import io.rihla.api.store.Csv;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.PutCampaign;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** {@code /api/campaigns}: read from their topic and changed through their registry. */
public final class CampaignRoutes implements HttpService {
  private final CampaignParts parts;
  // two campaigns that claim one ad are decided about one after the other
  private final Lock writing = new ReentrantLock();

  public CampaignRoutes(CampaignParts parts) {
    this.parts = parts;
  }

  /** The list. */
  record ListAnswer(List<CampaignAnswer> campaigns, @Nullable String nextCursor) {}

  /** A campaign as the api shows it. */
  record CampaignAnswer(
      String code,
      String packageCode,
      String name,
      String source,
      List<String> adIds,
      @Nullable String link,
      boolean active,
      String trackingLink,
      long updatedAt,
      String updatedBy) {
    static final CampaignAnswer NONE =
        new CampaignAnswer("", "", "", "", List.of(), null, false, "", 0, "");
  }

  /** Its addresses. */
  record LinkAnswer(String code, String trackingLink, String metaLink, @Nullable String chatLink) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .get("/{code}", this::get)
        .put("/{code}", this::put)
        .get("/{code}/link", this::link);
  }

  private void list(ServerRequest request, ServerResponse response) {
    requireViews();
    CampaignFilter filter =
        CampaignFilter.of(
            name -> request.query().first(name).asOptional().filter(t -> !t.isBlank()));
    List<Campaign> campaigns = parts.campaigns().all();
    if (Csv.isWanted(request)) {
      Csv.send(
          response,
          "campaigns.csv",
          Csv.write(answers(filter.all(campaigns)), CampaignAnswer.NONE));
      return;
    }
    CampaignFilter.Page page = filter.page(campaigns);
    Json.send(
        response,
        Status.OK_200,
        new ListAnswer(answers(page.campaigns()), page.next().orElse(null)));
  }

  private List<CampaignAnswer> answers(List<Campaign> campaigns) {
    return campaigns.stream().map(this::answer).toList();
  }

  private void get(ServerRequest request, ServerResponse response) {
    Json.send(response, Status.OK_200, answer(found(request)));
  }

  private void link(ServerRequest request, ServerResponse response) {
    Campaign campaign = found(request);
    Json.send(
        response,
        Status.OK_200,
        new LinkAnswer(
            campaign.code(),
            parts.links().tracked(campaign.code()),
            parts.links().trackedByMeta(campaign.code()),
            parts.links().target(campaign).orElse(null)));
  }

  private void put(ServerRequest request, ServerResponse response) {
    Campaign wanted = CampaignForm.read(RequestFields.of(request), code(request));
    requireViews();
    if (parts.catalog().get(wanted.packageCode()).isEmpty()) {
      throw ProblemException.badField(
          "package_code", "is " + wanted.packageCode() + ": there is no such package");
    }
    writing.lock();
    try {
      boolean isNew = parts.campaigns().find(wanted.code()).isEmpty();
      refuseTakenAds(wanted);
      AdminAction done =
          parts
              .commands()
              .carryOut(
                  request,
                  DeskSubject.campaign(wanted.code()),
                  AccessTable.CAMPAIGN_WRITERS,
                  new PutCampaign(wanted));
      Campaign stored = parts.campaigns().after(wanted, done.actionId());
      Json.send(response, isNew ? Status.CREATED_201 : Status.OK_200, answer(stored));
    } finally {
      writing.unlock();
    }
  }

  private void refuseTakenAds(Campaign wanted) {
    for (String ad : wanted.adIds()) {
      Optional<Campaign> owner =
          parts.campaigns().ofAd(ad).filter(campaign -> !campaign.code().equals(wanted.code()));
      if (owner.isPresent()) {
        throw new ProblemException(
            Problem.of(
                409,
                "ad-taken",
                "Conflict",
                "ad %s belongs to campaign %s: take it out there first"
                    .formatted(ad, owner.get().code())));
      }
    }
  }

  private Campaign found(ServerRequest request) {
    requireViews();
    String code = code(request);
    return parts
        .campaigns()
        .find(code)
        .orElseThrow(() -> new ProblemException(Problem.notFound("there is no campaign " + code)));
  }

  private CampaignAnswer answer(Campaign campaign) {
    return new CampaignAnswer(
        campaign.code(),
        campaign.packageCode(),
        campaign.name(),
        campaign.source(),
        campaign.adIds(),
        campaign.link(),
        campaign.active(),
        parts.links().tracked(campaign.code()),
        campaign.updatedAt(),
        campaign.updatedBy());
  }

  private void requireViews() {
    if (!parts.campaigns().isComplete() || !parts.catalog().isComplete()) {
      throw new ProblemException(
          Problem.unavailable("the campaigns are still being read: try again in a moment"));
    }
  }

  private static String code(ServerRequest request) {
    return CampaignDirectory.normal(request.path().pathParameters().get("code"));
  }
}
