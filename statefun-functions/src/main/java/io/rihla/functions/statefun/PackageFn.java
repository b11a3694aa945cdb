package io.rihla.functions.statefun;

import io.rihla.functions.packages.PackageRegistry;
import io.rihla.schemas.catalog.PackageCommand;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;

/** {@code rihla/package}, keyed by code: answers commands and publishes the catalog. */
final class PackageFn implements StatefulFunction {
  static final ValueSpec<TravelPackage> CURRENT =
      ValueSpec.named("package").withCustomType(Types.TRAVEL_PACKAGE);

  private final InstantSource clock;

  PackageFn(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) {
    PackageCommand command = message.as(Types.PACKAGE_COMMAND);
    PackageRegistry.Verdict verdict =
        PackageRegistry.decide(
            context.storage().get(CURRENT).orElse(null), command, clock.millis());
    verdict
        .changed()
        .ifPresent(
            value -> {
              context.storage().set(CURRENT, value);
              context.send(Types.egress(Topics.CATALOG, value.code(), value));
            });
    context.send(Types.egress(Topics.ADMIN_AUDIT, verdict.action().actor(), verdict.action()));
    return context.done();
  }
}
