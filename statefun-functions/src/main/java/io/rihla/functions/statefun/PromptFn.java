package io.rihla.functions.statefun;

import io.rihla.functions.prompts.PromptRegistry;
import io.rihla.schemas.functions.PromptState;
import io.rihla.schemas.prompts.PromptCommand;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;

/** {@code rihla/prompt}, keyed by type: answers commands and publishes versions. */
final class PromptFn implements StatefulFunction {
  static final ValueSpec<PromptState> STATE =
      ValueSpec.named("prompts").withCustomType(Types.PROMPT_STATE);

  private final InstantSource clock;

  PromptFn(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> apply(Context context, Message message) {
    PromptCommand command = message.as(Types.PROMPT_COMMAND);
    PromptRegistry.Verdict verdict =
        PromptRegistry.decide(
            context.storage().get(STATE).orElseGet(PromptRegistry::begin), command, clock.millis());
    context.storage().set(STATE, verdict.state());
    for (PromptVersion changed : verdict.changed()) {
      context.send(Types.egress(Topics.PROMPTS, PromptSet.key(changed), changed));
    }
    context.send(Types.egress(Topics.ADMIN_AUDIT, verdict.action().actor(), verdict.action()));
    return context.done();
  }
}
