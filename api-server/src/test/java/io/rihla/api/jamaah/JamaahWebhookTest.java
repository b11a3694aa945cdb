package io.rihla.api.jamaah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Happenings;
import io.rihla.api.testing.Receiver;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.jamaah.JamaahRecord;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JamaahWebhookTest {
  private Receiver receiver;
  private Happenings happenings;
  private TestApi api;

  @BeforeEach
  void start() {
    receiver = new Receiver();
    happenings = new Happenings(Broker.shared());
    api = api();
  }

  @AfterEach
  void stop() {
    api.close();
    happenings.close();
    receiver.close();
  }

  private TestApi api() {
    return TestApi.start(
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", Broker.shared().address(),
            "JAMAAH_WEBHOOK_URL", receiver.url(),
            "JAMAAH_WEBHOOK_KEY", Receiver.KEY));
  }

  @Test
  void recordsArriveSignedInOrderPerCustomerThoughTheReceiverFails() {
    Map<String, Integer> tries = new ConcurrentHashMap<>();
    CustomerKey unlucky = Happenings.somebody();
    CustomerKey other = Happenings.somebody();
    receiver.judge(
        post ->
            post.id().contains(unlucky.value()) && tries.merge(post.id(), 1, Integer::sum) < 3
                ? 503
                : 204);
    for (int i = 0; i < 3; i++) {
      write(unlucky, i);
    }
    write(other, 0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ids(unlucky).size() == 3 && ids(other).size() == 1);
    assertThat(ids(unlucky)).containsExactly(id(unlucky, 0), id(unlucky, 1), id(unlucky, 2));
    List<String> all = receiver.taken().stream().map(Receiver.Post::id).toList();
    assertThat(all.indexOf(id(other, 0)))
        .as("others do not wait")
        .isLessThan(all.indexOf(id(unlucky, 2)));
    assertThat(receiver.taken()).allMatch(Receiver.Post::signed);
    assertThat(receiver.taken().getFirst().body()).contains("\"stage\"");
  }

  @Test
  void whatWasNotTakenIsPostedAfterARestartAndWhatWasIsNot() {
    CustomerKey customer = Happenings.somebody();
    write(customer, 0);
    await().atMost(Duration.ofSeconds(30)).until(() -> ids(customer).size() == 1);
    receiver.judge(post -> 500);
    write(customer, 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> receiver.refused().stream().anyMatch(p -> p.id().equals(id(customer, 1))));
    api.close();
    receiver.judge(post -> 200);
    api = api();
    await().atMost(Duration.ofSeconds(30)).until(() -> ids(customer).size() == 2);
    assertThat(ids(customer)).containsExactly(id(customer, 0), id(customer, 1));
  }

  @Test
  void whatIsRefusedForGoodBecomesADeadLetterAndTheNextGoesOn() {
    CustomerKey customer = Happenings.somebody();
    receiver.judge(post -> post.id().equals(id(customer, 0)) ? 422 : 200);
    write(customer, 0);
    write(customer, 1);
    await().atMost(Duration.ofSeconds(30)).until(() -> ids(customer).size() == 1);
    assertThat(Broker.shared().read(Topics.DEAD_LETTERS))
        .extracting(Broker.Entry::value)
        .filteredOn(letter -> customer.value().equals(letter.customerKey()))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reasonCode()).isEqualTo("WEBHOOK_REFUSED"));
  }

  private List<String> ids(CustomerKey customer) {
    return receiver.taken().stream()
        .map(Receiver.Post::id)
        .filter(id -> id.contains(customer.value()))
        .toList();
  }

  private static String id(CustomerKey customer, int number) {
    return "record-" + customer.value() + "-" + number;
  }

  private void write(CustomerKey customer, int number) {
    happenings.append(
        Topics.JAMAAH_RECORDS,
        customer.value(),
        new JamaahRecord(
            id(customer, number),
            customer.value(),
            "lead_1",
            "6281234567890",
            "Siti",
            "UMR_MAR_2027_HEMAT",
            2,
            "booking",
            System.currentTimeMillis()));
  }
}
