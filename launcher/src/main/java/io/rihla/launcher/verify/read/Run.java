package io.rihla.launcher.verify.read;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.run.TableOwner;
import io.rihla.launcher.verify.history.Archive;
import io.rihla.launcher.verify.history.History;
import io.rihla.launcher.verify.history.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** Where a run can be read: its Kafka, its ClickHouse and, unless WAHA is a real one, its chats. */
public record Run(String kafka, Optional<SimulatorChats> chats, ClickHouseClient clickhouse) {

  public static Run of(DataDirectory data, Map<String, String> environment) {
    Endpoints endpoints = Endpoints.of(environment, new Ports(data.ports()));
    return new Run(
        endpoints.kafka(),
        endpoints.outsideWaha().isPresent()
            ? Optional.empty()
            : Optional.of(new SimulatorChats(endpoints.waha())),
        TableOwner.of(data, environment));
  }

  public History read() throws InterruptedException {
    try {
      long readAt = System.currentTimeMillis();
      // first what came last: a message that is shown must then be found in the log
      Optional<List<Shown>> shown =
          chats.isPresent() ? Optional.of(chats.get().read()) : Optional.empty();
      KafkaTopics topics = KafkaTopics.read(kafka);
      Archive archive = new ArchivedEvents(clickhouse).read();
      return new History(
          readAt,
          topics.inbound(),
          topics.events(),
          topics.eventEnds(),
          topics.replies(),
          topics.letters(),
          topics.unreadable(),
          shown,
          Optional.of(archive));
    } catch (IOException | KafkaException e) {
      throw new Refusal(
          "The run cannot be read (%s): start it with ./rihla up.".formatted(e.getMessage()), e);
    }
  }
}
