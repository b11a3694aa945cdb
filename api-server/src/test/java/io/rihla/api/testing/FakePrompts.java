package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.PutExperiment;
import io.rihla.schemas.desk.SwitchExperiment;
import io.rihla.schemas.prompts.BuiltinPrompts;
import io.rihla.schemas.prompts.MoveLabel;
import io.rihla.schemas.prompts.PromptCommand;
import io.rihla.schemas.prompts.PromptLabel;
import io.rihla.schemas.prompts.PromptSet;
import io.rihla.schemas.prompts.PromptType;
import io.rihla.schemas.prompts.PromptVersion;
import io.rihla.schemas.prompts.PutPrompt;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Plays the registries of prompts and experiments over real topics. */
public final class FakePrompts implements AutoCloseable {
  private final Map<String, PromptVersion> versions = new HashMap<>();
  private final Map<String, Experiment> experiments = new HashMap<>();
  private final List<DeskCommand> starting = new ArrayList<>();
  private int together;
  private final KafkaProducer<byte[], byte[]> producer;
  private final TopicFollower<PromptCommand> prompts;
  private final TopicFollower<DeskCommand> desk;

  public FakePrompts(Broker broker) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.prompts =
        TopicFollower.fromTheBeginning(
            Topics.PROMPT_COMMANDS, broker.address(), (at, key, command) -> decide(command));
    this.desk =
        TopicFollower.fromTheBeginning(
            Topics.DESK_COMMANDS, broker.address(), (at, key, command) -> decide(command));
    prompts.start();
    desk.start();
  }

  private void decide(PromptCommand command) {
    long now = System.currentTimeMillis();
    String refusal = null;
    switch (command.order()) {
      case PutPrompt put -> {
        PromptVersion wanted =
            new PromptVersion(
                command.promptType(),
                put.version(),
                put.language(),
                put.content(),
                put.activate() ? PromptLabel.PRODUCTION : PromptLabel.STAGING,
                command.actor(),
                put.updatedBy(),
                now,
                command.commandId(),
                now,
                command.actor());
        PromptVersion known = versions.get(PromptSet.key(wanted));
        if (put.activate()) {
          refusal = unlike(command.promptType(), put.language(), put.expectedVersion());
        }
        if (refusal != null) {
          break;
        }
        if (known != null && !known.content().equals(put.content())) {
          refusal = "version %s exists with other content".formatted(put.version());
        } else {
          move(known == null ? wanted : known, wanted.label(), now);
        }
      }
      case MoveLabel move -> {
        if (move.label() == PromptLabel.PRODUCTION) {
          refusal = unlike(command.promptType(), move.language(), move.expectedVersion());
        }
        if (refusal == null) {
          BuiltinPrompts.among(versions.values(), command.promptType(), move.language()).stream()
              .filter(one -> one.version().equals(move.version()))
              .forEach(one -> move(one, move.label(), now));
        }
      }
    }
    answer(command.commandId(), command.actor(), command.promptType().name(), refusal, null);
  }

  private @Nullable String unlike(PromptType type, Language language, @Nullable String expected) {
    return BuiltinPrompts.among(versions.values(), type, language).stream()
        .filter(one -> one.label() == PromptLabel.PRODUCTION)
        .map(PromptVersion::version)
        .filter(version -> expected != null && !version.equals(expected))
        .map(version -> "version %s is in production, not %s".formatted(version, expected))
        .findFirst()
        .orElse(null);
  }

  private void move(PromptVersion wanted, PromptLabel label, long now) {
    for (PromptVersion one :
        BuiltinPrompts.among(versions.values(), wanted.promptType(), wanted.language())) {
      if (one.label() == label && !one.version().equals(wanted.version())) {
        keep(one.withLabel(PromptLabel.NONE).withMovedAt(now));
      }
    }
    keep(wanted.withLabel(label).withMovedAt(now));
  }

  private void keep(PromptVersion value) {
    versions.put(PromptSet.key(value), value);
    send(Topics.PROMPTS.record(PromptSet.key(value), value));
  }

  /** The next starts of experiments are decided when so many of them have come. */
  public synchronized void startTogether(int many) {
    together = many;
  }

  private synchronized void decide(DeskCommand command) {
    boolean starts =
        command.order() instanceof SwitchExperiment order
            && order.status() == ExperimentStatus.RUNNING;
    if (starts && together > 0) {
      starting.add(command);
      if (starting.size() < together) {
        return;
      }
      together = 0;
      starting.forEach(this::carryOut);
      starting.clear();
    } else {
      carryOut(command);
    }
  }

  private void carryOut(DeskCommand command) {
    String name = command.subject().substring(command.subject().indexOf('/') + 1);
    Experiment current = experiments.get(name);
    int version = current == null ? 0 : current.version();
    Experiment next = null;
    if (command.order() instanceof PutExperiment put) {
      next = put.experiment().withStatus(ExperimentStatus.DRAFT);
    } else if (command.order() instanceof SwitchExperiment order && current != null) {
      next = current.withStatus(order.status());
    }
    if (next != null) {
      next = next.withVersion(version + 1).withUpdatedBy(command.actor());
      experiments.put(name, next);
      send(Topics.EXPERIMENTS.record(name, next));
      answer(command.commandId(), command.actor(), name, null, version + 1);
    }
  }

  private void answer(
      String id, String actor, String target, @Nullable String refusal, @Nullable Integer version) {
    send(
        Topics.ADMIN_AUDIT.record(
            actor,
            new AdminAction(
                id,
                System.currentTimeMillis(),
                actor,
                io.rihla.schemas.conversation.Role.MARKETING_ADMIN,
                null,
                "test",
                target,
                refusal == null ? AuditOutcome.ACCEPTED : AuditOutcome.REJECTED,
                refusal,
                version)));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    List.of(prompts, desk).forEach(TopicFollower::close);
    producer.close(Duration.ofSeconds(1));
  }
}
