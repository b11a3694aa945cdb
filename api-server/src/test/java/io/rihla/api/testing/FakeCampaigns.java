package io.rihla.api.testing;

import io.rihla.schemas.audit.AdminAction;
import io.rihla.schemas.audit.AuditOutcome;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.catalog.PaymentTerms;
import io.rihla.schemas.catalog.SalesStatus;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.desk.DeskCommand;
import io.rihla.schemas.desk.PutCampaign;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the registry of the desk over real topics, as far as campaigns go. */
public final class FakeCampaigns implements AutoCloseable, TopicFollower.Listener<DeskCommand> {
  private final KafkaProducer<byte[], byte[]> producer;
  private final TopicFollower<DeskCommand> follower;

  public FakeCampaigns(Broker broker) {
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

  /** Puts a package into the catalog past its registry. */
  public void sells(String code) {
    TravelPackage sold =
        new TravelPackage(
            code,
            "Umroh",
            25_000_000,
            "IDR",
            "2027-03-15",
            "Jakarta",
            9,
            45,
            45,
            0,
            SalesStatus.OPEN,
            List.of(),
            "",
            List.of(),
            List.of(),
            new PaymentTerms(0, 0, null),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            1,
            0,
            "test",
            "test");
    send(Topics.CATALOG.record(code, sold));
  }

  @Override
  public void record(String key, DeskCommand command) {
    if (!(command.order() instanceof PutCampaign put)) {
      return;
    }
    Campaign stored =
        put.campaign()
            .withUpdatedAt(System.currentTimeMillis())
            .withUpdatedBy(command.actor())
            .withCause(command.commandId());
    send(Topics.CAMPAIGNS.record(stored.code(), stored));
    send(
        Topics.ADMIN_AUDIT.record(
            command.actor(),
            new AdminAction(
                command.commandId(),
                System.currentTimeMillis(),
                command.actor(),
                command.role(),
                command.origin(),
                "campaign.put",
                key,
                AuditOutcome.ACCEPTED,
                null,
                null)));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
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
