package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.catalog.PackageCommand;
import io.rihla.schemas.catalog.PutPackage;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;

/**
 * Plays the single writer of the catalog over real topics: counts versions, refuses a stale one,
 * and can be told to be silent.
 */
public final class FakeRegistry extends FakeWriter<PackageCommand> {
  private final Map<String, TravelPackage> packages = new HashMap<>();
  private volatile boolean silent;

  public FakeRegistry(Broker broker) {
    super(broker, Topics.PACKAGE_COMMANDS);
    start();
  }

  public void silent(boolean silent) {
    this.silent = silent;
  }

  @Override
  void decide(String key, PackageCommand command) {
    if (silent || !(command.order() instanceof PutPackage put)) {
      return;
    }
    TravelPackage wanted = put.travelPackage();
    TravelPackage current = packages.get(command.code());
    int version = current == null ? 0 : current.version();
    boolean stale = wanted.version() != 0 && wanted.version() != version;
    if (!stale) {
      TravelPackage stored =
          wanted
              .withVersion(version + 1)
              .withUpdatedAt(System.currentTimeMillis())
              .withUpdatedBy(command.actor())
              .withCause(command.commandId());
      packages.put(command.code(), stored);
      send(Topics.CATALOG.record(command.code(), stored));
    }
    AdminAction action =
        new AdminAction(
            command.commandId(),
            System.currentTimeMillis(),
            command.actor(),
            command.role(),
            command.origin(),
            "package.put",
            command.code(),
            stale ? AuditOutcome.REJECTED : AuditOutcome.ACCEPTED,
            stale ? "version was changed meanwhile: it is " + version : null,
            stale ? null : version + 1);
    answer(action);
  }
}
