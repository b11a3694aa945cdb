package io.rihla.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rihla.launcher.clickhouse.ClickHouseClient;
import io.rihla.launcher.clickhouse.ClickHouseTables;
import io.rihla.launcher.clickhouse.TableScript;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.RunState;
import io.rihla.launcher.local.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka, ClickHouse and their supervisor as real processes. */
class LocalRunIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TopicPartition PARTITION = new TopicPartition("dead-letters", 0);

  @TempDir Path folder;

  @AfterEach
  void stop() throws Exception {
    rihla(Map.of()).run("down");
  }

  @Test
  void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
    RihlaProcess rihla = rihla(Map.of());
    assertThat(rihla.run("up", "--detach", "--only", "kafka,clickhouse"))
        .returns(0, RihlaProcess.Result::code);
    append("first");
    clickhouse().run("CREATE TABLE rihla.kept (n Int32) ENGINE = MergeTree ORDER BY n", Map.of());
    clickhouse().run("INSERT INTO rihla.kept VALUES (1)", Map.of());

    state().processes().forEach(process -> kill(process.pid()));

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                state().processes().stream()
                    .allMatch(
                        process ->
                            process.restarts() == 1
                                && process.pid() > 0
                                && process.health().good()));
    append("second");
    assertThat(contents()).containsExactly("first", "second");
    assertThat(kept()).isEqualTo("1");

    List<RunState.Running> orphans = state().processes();
    kill(state().pid());
    await()
        .atMost(PATIENCE)
        .until(
            () -> orphans.stream().noneMatch(child -> ProcessHandle.of(child.pid()).isPresent()));

    assertThat(rihla.run("up", "--detach", "--only", "kafka,clickhouse"))
        .returns(0, RihlaProcess.Result::code);
    assertThat(contents()).containsExactly("first", "second");
    assertThat(kept()).isEqualTo("1");
    refusesWhileItRuns(rihla);
  }

  private void refusesWhileItRuns(RihlaProcess rihla) throws Exception {
    long pid = state().pid();
    assertThat(rihla.run("up", "--only", "kafka"))
        .returns(1, RihlaProcess.Result::code)
        .extracting(RihlaProcess.Result::output)
        .asString()
        .contains("already runs")
        .contains("pid " + pid)
        .hasLineCount(1);
    assertThat(rihla.run("reset", "--yes"))
        .returns(1, RihlaProcess.Result::code)
        .extracting(RihlaProcess.Result::output)
        .asString()
        .contains("rihla down");
    assertThat(rihla.run("sql", "--format", "TSV", "SELECT currentUser(), count() FROM kept"))
        .isEqualTo(new RihlaProcess.Result(0, "analyst\t1\n"));
    assertThat(rihla.run("sql", "DROP TABLE kept").output()).contains("Not enough privileges");
    assertThat(rihla.run("sql", "SELECT * FROM file('/etc/hostname', 'LineAsString')").output())
        .contains("Not enough privileges");
    assertThat(rihla.run("down")).returns(0, RihlaProcess.Result::code);
    assertThat(rihla.run("reset", "--yes")).returns(0, RihlaProcess.Result::code);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aTakenPortIsRefusedBeforeAnythingStarts() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      RihlaProcess.Result result =
          rihla(Map.of("RIHLA_PORT", Integer.toString(port))).run("up", "--detach");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.output()).startsWith("rihla: Port " + port + " is taken").hasLineCount(1);
      assertThat(Files.exists(folder.resolve("data/kafka"))).isFalse();
    }
  }

  @Test
  void theEnginesOwnSessionIsClosedToStrangers() throws Exception {
    assertThat(rihla(Map.of()).run("up", "--detach", "--only", "clickhouse"))
        .returns(0, RihlaProcess.Result::code);

    assertThat(HttpStatus.of(endpoints().clickhouse() + "/?query=SELECT+1")).isEqualTo(404);
    assertThat(HttpStatus.of(endpoints().clickhouse() + "/?user=default&query=SELECT+1"))
        .isEqualTo(404);
  }

  @Test
  void aTableScriptIsAppliedOnceAndNeverChanged() throws Exception {
    assertThat(rihla(Map.of()).run("up", "--detach", "--only", "clickhouse"))
        .returns(0, RihlaProcess.Result::code);
    ClickHouseTables tables = new ClickHouseTables(clickhouse());
    List<TableScript> scripts = TableScript.all();

    assertThat(tables.update(scripts)).isEqualTo(scripts.size()).isPositive();
    assertThat(tables.update(scripts)).isZero();
    TableScript first = scripts.getFirst();
    assertThatThrownBy(
            () ->
                tables.update(List.of(new TableScript(first.version(), first.name(), "SELECT 1"))))
        .hasMessageContaining("put the change into a new script");
  }

  @Test
  void whatIsGivenFromOutsideIsNotStarted() throws Exception {
    assertThat(
            rihla(Map.of("WAHA_BASE_URL", "http://127.0.0.1:9"))
                .run("up", "--detach", "--only", "waha"))
        .returns(0, RihlaProcess.Result::code);

    assertThat(state().processes()).isEmpty();
  }

  private RihlaProcess rihla(Map<String, String> environment) {
    return new RihlaProcess(folder.resolve("data"), environment);
  }

  private DataDirectory data() {
    return new DataDirectory(folder.resolve("data"));
  }

  private RunState state() {
    return RunState.read(data().state()).orElseThrow();
  }

  private Endpoints endpoints() {
    return Endpoints.of(Map.of(), new Ports(data().ports()));
  }

  private ClickHouseClient clickhouse() {
    Secrets secrets = Secrets.load(data().secrets(), Map.of()).orElseThrow();
    return new ClickHouseClient(
        endpoints().clickhouse(), "rihla", secrets.get("CLICKHOUSE_PASSWORD"));
  }

  private String kept() throws IOException, InterruptedException {
    return clickhouse().run("SELECT count() FROM rihla.kept", Map.of()).strip();
  }

  private void append(String text) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", endpoints().kafka(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  PARTITION.topic(),
                  PARTITION.partition(),
                  new byte[] {1},
                  text.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  private List<String> contents() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", endpoints().kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
      List<String> texts = new java.util.ArrayList<>();
      while (consumer.position(PARTITION) < end) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> texts.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
      return texts;
    }
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }
}
