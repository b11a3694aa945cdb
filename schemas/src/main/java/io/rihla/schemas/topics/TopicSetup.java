package io.rihla.schemas.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; refuses to go on with a partition count that changed. */
public final class TopicSetup {
  private TopicSetup() {}

  public static void ensure(Admin admin, short replication)
      throws ExecutionException, InterruptedException {
    Set<String> existing = admin.listTopics().names().get();
    List<NewTopic> missing = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (Topic<?> topic : Topics.all()) {
      if (existing.contains(topic.name())) {
        present.add(topic.name());
      } else {
        missing.add(topic.definition(replication));
      }
    }
    try {
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      // another process was faster with one of them: what counts is that all exist
      ensure(admin, replication);
      return;
    }
    Map<String, TopicDescription> descriptions =
        admin.describeTopics(present).allTopicNames().get();
    descriptions.forEach(
        (name, description) -> {
          int partitions = description.partitions().size();
          if (partitions != Topic.PARTITIONS) {
            throw new IllegalStateException(
                "topic %s has %d partitions, but its keys were laid out for %d: restore the topic"
                    .formatted(name, partitions, Topic.PARTITIONS));
          }
        });
  }
}
