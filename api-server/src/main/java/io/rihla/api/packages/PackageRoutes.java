package io.rihla.api.packages;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HeaderNames;
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
import io.rihla.api.security.AccessTable;
import io.rihla.api.security.Caller;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.catalog.TravelPackage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /api/packages}: the catalog, read from its topic and changed through its registry. */
public final class PackageRoutes implements HttpService {
  private static final Duration VIEW_PATIENCE = Duration.ofSeconds(2);

  private final PackageParts parts;
  private final PackageCommands commands;
  private final PackageImport imports;

  public PackageRoutes(PackageParts parts) {
    this.parts = parts;
    this.commands = new PackageCommands(parts.log(), parts.audit(), parts.clock());
    this.imports = new PackageImport(parts.catalog(), commands, parts.clock());
  }

  /** The list. */
  record ListAnswer(List<JsonNode> packages) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .post("/import", this::load)
        .get("/{code}", this::get)
        .put("/{code}", this::put);
  }

  private void list(ServerRequest request, ServerResponse response) {
    requireCatalog();
    PackageFilter filter =
        PackageFilter.of(name -> request.query().first(name).asOptional(), today());
    Json.send(
        response,
        Status.OK_200,
        new ListAnswer(
            filter.apply(parts.catalog().all()).stream()
                .map(value -> PackageView.of(value, today()))
                .toList()));
  }

  private void get(ServerRequest request, ServerResponse response) {
    requireCatalog();
    String code = code(request);
    TravelPackage found =
        parts
            .catalog()
            .get(code)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("there is no package " + code)));
    response.header(HeaderNames.ETAG, "\"" + found.version() + "\"");
    Json.send(response, Status.OK_200, PackageView.of(found, today()));
  }

  private void put(ServerRequest request, ServerResponse response) {
    requireCatalog();
    TravelPackage wanted = wanted(request);
    boolean isNew = parts.catalog().get(wanted.code()).isEmpty();
    AdminAction answer = answer(wanted, request);
    if (answer.outcome() == AuditOutcome.REJECTED) {
      throw new ProblemException(
          Problem.of(409, "rejected", "Conflict", String.valueOf(answer.reason())));
    }
    TravelPackage stored = stored(wanted, Optional.ofNullable(answer.version()));
    response.header(HeaderNames.ETAG, "\"" + stored.version() + "\"");
    Json.send(
        response, isNew ? Status.CREATED_201 : Status.OK_200, PackageView.of(stored, today()));
  }

  private TravelPackage wanted(ServerRequest request) {
    PackageForm.Result read = PackageForm.read(Json.read(Body.of(request)), parts.clock().millis());
    TravelPackage wanted =
        read.after(parts.catalog().get(code(request)))
            .orElseThrow(() -> new ProblemException(Problem.badFields(read.faults())));
    if (!wanted.code().equals(code(request))) {
      throw ProblemException.badField("code", "is another one than in the address");
    }
    return expected(request).map(wanted::withVersion).orElse(wanted);
  }

  private AdminAction answer(TravelPackage wanted, ServerRequest request) {
    try {
      return commands
          .await(commands.put(wanted, author(request)))
          .orElseThrow(
              () ->
                  new ProblemException(
                      Problem.of(
                          504,
                          "not-answered",
                          "Not answered in time",
                          "the change was sent but not confirmed within 10 s: read it to see")));
    } catch (LogUnavailable e) {
      throw unavailable(e);
    }
  }

  /** The catalog follows the audit by a moment. */
  private TravelPackage stored(TravelPackage wanted, Optional<Integer> version) {
    try {
      boolean there =
          parts
              .catalog()
              .await(
                  wanted.code(),
                  value -> value.version() >= version.orElse(value.version()),
                  VIEW_PATIENCE);
      return there ? parts.catalog().get(wanted.code()).orElse(wanted) : wanted;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return wanted;
    }
  }

  private void load(ServerRequest request, ServerResponse response) {
    requireCatalog();
    boolean csv =
        request
            .headers()
            .contentType()
            .map(HttpMediaType::subtype)
            .filter("csv"::equals)
            .isPresent();
    byte[] body = Body.of(request);
    List<JsonNode> rows = csv ? PackageCsv.read(body) : rows(Json.read(body));
    try {
      Json.send(response, Status.OK_200, imports.run(rows, author(request)));
    } catch (LogUnavailable e) {
      throw unavailable(e);
    }
  }

  private static List<JsonNode> rows(JsonNode json) {
    if (!json.isArray()) {
      throw new ProblemException(
          Problem.badRequest("the body is no JSON array of packages; CSV is text/csv"));
    }
    List<JsonNode> rows = new ArrayList<>();
    json.forEach(rows::add);
    return rows;
  }

  private PackageCommands.Author author(ServerRequest request) {
    Caller caller = Caller.of(request);
    return new PackageCommands.Author(
        caller.name(), caller.acting(AccessTable.PACKAGE_WRITERS), request.remotePeer().host());
  }

  private static Optional<Integer> expected(ServerRequest request) {
    Optional<String> version = request.headers().first(HeaderNames.IF_MATCH);
    try {
      return version.map(text -> Integer.parseInt(text.replace("\"", "").strip()));
    } catch (NumberFormatException e) {
      throw ProblemException.badField("If-Match", "must be a version such as \"3\"");
    }
  }

  private void requireCatalog() {
    if (!parts.catalog().isComplete()) {
      throw new ProblemException(
          Problem.unavailable("the catalog is still being read: try again in a moment"));
    }
  }

  private static ProblemException unavailable(LogUnavailable e) {
    return new ProblemException(
        Problem.unavailable("the log did not acknowledge in time: try again"), e);
  }

  private LocalDate today() {
    return LocalDate.now(parts.clock().withZone(parts.zone()));
  }

  private static String code(ServerRequest request) {
    return request
        .path()
        .pathParameters()
        .get("code")
        .toUpperCase(java.util.Locale.ROOT)
        .replace('-', '_');
  }
}
