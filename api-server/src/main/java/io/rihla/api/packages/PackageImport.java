package io.rihla.api.packages;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.problem.FieldFault;
import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.CompactedTopicView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts many packages at once and reports what became of each. */
final class PackageImport {
  private final CompactedTopicView<TravelPackage> catalog;
  private final PackageCommands commands;
  private final Clock clock;

  PackageImport(CompactedTopicView<TravelPackage> catalog, PackageCommands commands, Clock clock) {
    this.catalog = catalog;
    this.commands = commands;
    this.clock = clock;
  }

  /** What became of a row. */
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED,
    /** Sent, but not answered in time: read the package to see. */
    UNKNOWN
  }

  /** One row of the report, counted from 1. */
  record Line(int row, @Nullable String code, Outcome outcome, @Nullable String reason) {}

  /** The whole report. */
  record Report(int created, int updated, int unchanged, int rejected, List<Line> rows) {
    static Report of(List<Line> rows) {
      return new Report(
          count(rows, Outcome.CREATED),
          count(rows, Outcome.UPDATED),
          count(rows, Outcome.UNCHANGED),
          count(rows, Outcome.REJECTED) + count(rows, Outcome.UNKNOWN),
          rows);
    }

    private static int count(List<Line> rows, Outcome outcome) {
      return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
  }

  /** A row whose command is on its way, or which needs none. */
  private record Pending(Line line, Optional<PackageCommands.Sent> sent) {}

  Report run(List<JsonNode> rows, PackageCommands.Author author) throws LogUnavailable {
    List<Pending> pending = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode row : rows) {
      pending.add(begin(pending.size() + 1, row, seen, author));
    }
    List<Line> lines = new ArrayList<>();
    for (Pending row : pending) {
      lines.add(row.sent().map(sent -> finish(row.line(), sent)).orElse(row.line()));
    }
    return Report.of(lines);
  }

  private Pending begin(int row, JsonNode json, Set<String> seen, PackageCommands.Author author)
      throws LogUnavailable {
    PackageForm.Result read = PackageForm.read(json, clock.millis());
    if (read.travelPackage().isEmpty()) {
      String code = json.path("code").isTextual() ? json.path("code").asText() : null;
      return done(row, code, Outcome.REJECTED, reason(read.faults()));
    }
    Optional<TravelPackage> current = catalog.get(read.travelPackage().get().code());
    TravelPackage wanted = read.after(current).orElseThrow();
    if (!seen.add(wanted.code())) {
      return done(row, wanted.code(), Outcome.REJECTED, "code is in an earlier row already");
    }
    if (current.isPresent() && isSame(wanted, current.get())) {
      return done(row, wanted.code(), Outcome.UNCHANGED, null);
    }
    Outcome outcome = current.isPresent() ? Outcome.UPDATED : Outcome.CREATED;
    return new Pending(
        new Line(row, wanted.code(), outcome, null), Optional.of(commands.put(wanted, author)));
  }

  private Line finish(Line line, PackageCommands.Sent sent) {
    Optional<AdminAction> answer = commands.await(sent);
    if (answer.isEmpty()) {
      return new Line(line.row(), line.code(), Outcome.UNKNOWN, "not answered within 10 s");
    }
    return answer.get().outcome() == AuditOutcome.ACCEPTED
        ? line
        : new Line(line.row(), line.code(), Outcome.REJECTED, answer.get().reason());
  }

  private static Pending done(
      int row, @Nullable String code, Outcome outcome, @Nullable String reason) {
    return new Pending(new Line(row, code, outcome, reason), Optional.empty());
  }

  private static String reason(List<FieldFault> faults) {
    return String.join(
        "; ", faults.stream().map(fault -> fault.field() + " " + fault.message()).toList());
  }

  /** Equal in everything that people write. */
  private static boolean isSame(TravelPackage wanted, TravelPackage current) {
    return wanted
        .withSeatsAsOf(current.seatsAsOf())
        .withVersion(current.version())
        .withUpdatedAt(current.updatedAt())
        .withUpdatedBy(current.updatedBy())
        .withCause(current.cause())
        .equals(current);
  }
}
