package io.rihla.api.spend;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.problem.Body;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/marketing/ad-spend}: what ads cost, all of it or nothing. */
public final class SpendRoutes implements HttpService {
  private final SpendParts parts;
  private final SpendImport imports;

  public SpendRoutes(SpendParts parts) {
    this.parts = parts;
    this.imports = new SpendImport(parts);
  }

  /**
   * The figures of an import.
   *
   * @param morePages Meta has more of this report: ask it for the next page and send that too
   */
  record Answer(
      int accepted,
      @Nullable Integer replaced,
      int unmapped,
      List<String> unmappedAds,
      boolean morePages) {

    static Answer of(SpendImport.Report report, boolean morePages) {
      return new Answer(
          report.accepted(), report.replaced(), report.unmapped(), report.unmappedAds(), morePages);
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/", this::load);
  }

  private void load(ServerRequest request, ServerResponse response) {
    if (!parts.campaigns().isComplete()) {
      throw new ProblemException(
          Problem.unavailable("the campaigns are still being read: try again in a moment"));
    }
    byte[] body = Body.of(request);
    boolean csv =
        request
            .headers()
            .contentType()
            .map(HttpMediaType::subtype)
            .filter(type -> type.equals("csv") || type.equals("tab-separated-values"))
            .isPresent();
    List<RawRow> rows;
    boolean more = false;
    if (csv) {
      rows = CsvRows.read(body);
    } else {
      JsonNode json = Json.read(body);
      rows = JsonRows.read(json);
      more = json.at("/paging/next").isTextual();
    }
    try {
      SpendDefaults defaults = SpendDefaults.of(request, parts.clock(), parts.zone());
      Json.send(response, Status.OK_200, Answer.of(imports.run(rows, defaults), more));
    } catch (LogUnavailable e) {
      throw new ProblemException(
          Problem.unavailable("the log did not take the rows: send all of them again"), e);
    }
  }
}
