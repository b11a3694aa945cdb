package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.DeskSubject;
import io.rihla.schemas.desk.GoLive;
import io.rihla.schemas.desk.PutCampaign;
import io.rihla.schemas.desk.PutExperiment;
import io.rihla.schemas.desk.PutSettings;
import io.rihla.schemas.desk.SessionLive;
import io.rihla.schemas.desk.SettingsView;
import io.rihla.schemas.desk.SwitchExperiment;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the registry of the desk over real topics, as far as settings go. */
public final class FakeSettings implements AutoCloseable, TopicFollower.Listener<DeskCommand> {
  private final KafkaProducer<byte[], byte[]> producer;
  private final TopicFollower<DeskCommand> follower;
  private final List<DeskCommand> commands = new CopyOnWriteArrayList<>();
  private volatile DeskSettings settings = SettingsView.usual();

  public FakeSettings(Broker broker) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.follower =
        new TopicFollower<>(
            Topics.DESK_COMMANDS, broker.address(), TopicFollower.From.BEGINNING, this);
    follower.start();
  }

  public List<DeskCommand> commands() {
    return commands;
  }

  public DeskSettings settings() {
    return settings;
  }

  @Override
  public void record(String key, DeskCommand command) {
    boolean ofSettings =
        command.order() instanceof PutSettings || command.order() instanceof GoLive;
    if (!ofSettings) {
      return;
    }
    commands.add(command);
    int version = settings.version();
    String refusal = null;
    switch (command.order()) {
      case PutSettings put -> {
        if (put.settings().version() != 0 && put.settings().version() != version) {
          refusal = "version was changed meanwhile: it is " + version;
        } else {
          change(put.settings().withLive(settings.live()), command);
        }
      }
      case GoLive live -> {
        if (settings.live().stream().noneMatch(one -> one.session().equals(live.session()))) {
          change(
              settings.withLive(
                  Stream.concat(
                          settings.live().stream(),
                          Stream.of(new SessionLive(live.session(), live.at())))
                      .toList()),
              command);
        }
      }
      case PutCampaign e -> {}
      case PutExperiment e -> {}
      case SwitchExperiment e -> {}
    }
    send(
        Topics.ADMIN_AUDIT.record(
            command.actor(),
            new AdminAction(
                command.commandId(),
                System.currentTimeMillis(),
                command.actor(),
                command.role(),
                command.origin(),
                "settings",
                command.subject(),
                refusal == null ? AuditOutcome.ACCEPTED : AuditOutcome.REJECTED,
                refusal,
                refusal == null ? settings.version() : null)));
  }

  private void change(DeskSettings wanted, DeskCommand command) {
    settings =
        wanted
            .withVersion(settings.version() + 1)
            .withUpdatedAt(System.currentTimeMillis())
            .withUpdatedBy(command.actor())
            .withCause(command.commandId());
    send(Topics.SETTINGS.record(DeskSubject.SETTINGS_KEY, settings));
  }

  private void send(org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void caughtUp() {}

  @Override
  public void lost() {}

  @Override
  public void close() {
    follower.close();
    producer.close(Duration.ofSeconds(1));
  }
}
