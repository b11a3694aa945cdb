package io.rihla.functions.statefun;

import io.rihla.functions.desk.DeskRegistry;
import io.rihla.functions.desk.Verdict;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.functions.DeskState;
import io.rihla.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;

/**
 * {@code rihla/desk}, keyed by {@link DeskSubject}: answers commands and publishes campaigns,
 * experiments and settings.
 */
final class DeskFn implements StatefulFunction {
  static final ValueSpec<DeskState> STATE =
      ValueSpec.named("desk").withCustomType(Types.DESK_STATE);

  private final InstantSource clock;

  DeskFn(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) {
    DeskCommand command = message.as(Types.DESK_COMMAND);
    DeskState state = context.storage().get(STATE).orElseGet(DeskRegistry::begin);
    Verdict verdict = DeskRegistry.decide(state, command, clock.millis());
    verdict
        .changed()
        .ifPresent(
            value -> {
              context.storage().set(STATE, value);
              publish(context, value);
            });
    context.send(Types.egress(Topics.ADMIN_AUDIT, verdict.action().actor(), verdict.action()));
    return context.done();
  }

  /** A key holds one kind of thing only. */
  private static void publish(Context context, DeskState state) {
    Campaign campaign = state.campaign();
    if (campaign != null) {
      context.send(Types.egress(Topics.CAMPAIGNS, campaign.code(), campaign));
    }
    Experiment experiment = state.experiment();
    if (experiment != null) {
      context.send(Types.egress(Topics.EXPERIMENTS, experiment.name(), experiment));
    }
    DeskSettings settings = state.settings();
    if (settings != null) {
      context.send(Types.egress(Topics.SETTINGS, DeskSubject.SETTINGS_KEY, settings));
    }
  }
}
