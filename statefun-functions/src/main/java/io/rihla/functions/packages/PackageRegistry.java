package io.rihla.functions.packages;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.catalog.PackageCommand;
import io.rihla.schemas.catalog.PutPackage;
import io.rihla.schemas.catalog.SyncSeats;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.identity.CampaignCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of one package: the single writer of its entry in the catalog. */
public final class PackageRegistry {
  private PackageRegistry() {}

  /** The answer to a command, and the new value if there is one. */
  public record Verdict(AdminAction action, Optional<TravelPackage> changed) {}

  public static Verdict decide(@Nullable TravelPackage current, PackageCommand command, long now) {
    if (current != null && current.cause().equals(command.commandId())) {
      return accepted(command, current, now);
    }
    return switch (command.order()) {
      case PutPackage put -> put(current, command, put.travelPackage(), now);
      case SyncSeats sync -> sync(current, command, sync, now);
    };
  }

  private static Verdict put(
      @Nullable TravelPackage current, PackageCommand command, TravelPackage wanted, long now) {
    if (!wanted.code().equals(command.code())
        || !CampaignCode.parse(wanted.code())
            .map(CampaignCode::value)
            .equals(Optional.of(wanted.code()))) {
      return rejected(command, "code is not a campaign code such as UMR_MAR_2027_HEMAT", now);
    }
    int version = current == null ? 0 : current.version();
    if (wanted.version() != 0 && wanted.version() != version) {
      return rejected(
          command,
          "version %d was changed meanwhile: it is %d now, read it again"
              .formatted(wanted.version(), version),
          now);
    }
    return accepted(command, stamped(wanted, version + 1, command, now), now);
  }

  private static Verdict sync(
      @Nullable TravelPackage current, PackageCommand command, SyncSeats sync, long now) {
    if (current == null) {
      return rejected(command, "no package " + command.code() + ": put it first", now);
    }
    if (sync.seatsLeft() < 0 || sync.seatsLeft() > current.quota()) {
      return rejected(command, "seats_left must be from 0 to the quota of " + current.quota(), now);
    }
    if (sync.asOf() < current.seatsAsOf()) {
      return rejected(command, "as_of is older than what is known", now);
    }
    TravelPackage synced =
        current
            .withSeatsLeft(sync.seatsLeft())
            .withSeatsAsOf(sync.asOf())
            .withStatus(sync.status() == null ? current.status() : sync.status());
    return accepted(command, stamped(synced, current.version() + 1, command, now), now);
  }

  private static TravelPackage stamped(
      TravelPackage value, int version, PackageCommand command, long now) {
    return value
        .withVersion(version)
        .withUpdatedAt(now)
        .withUpdatedBy(command.actor())
        .withCause(command.commandId());
  }

  private static Verdict accepted(PackageCommand command, TravelPackage value, long now) {
    return new Verdict(
        action(command, AuditOutcome.ACCEPTED, null, value.version(), now), Optional.of(value));
  }

  private static Verdict rejected(PackageCommand command, String reason, long now) {
    return new Verdict(action(command, AuditOutcome.REJECTED, reason, null, now), Optional.empty());
  }

  private static AdminAction action(
      PackageCommand command,
      AuditOutcome outcome,
      @Nullable String reason,
      @Nullable Integer version,
      long now) {
    String name =
        switch (command.order()) {
          case PutPackage put -> "package.put";
          case SyncSeats sync -> "package.seats";
        };
    return new AdminAction(
        command.commandId(),
        now,
        command.actor(),
        command.role(),
        command.origin(),
        name,
        command.code(),
        outcome,
        reason,
        version);
  }
}
