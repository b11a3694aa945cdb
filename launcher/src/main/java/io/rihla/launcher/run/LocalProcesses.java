package io.rihla.launcher.run;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Installation;
import io.rihla.launcher.local.Ports;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.supervise.Health;
import io.rihla.launcher.supervise.Leash;
import io.rihla.launcher.supervise.ProcessSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which processes a local run has, how they are started and what each of them is told. */
final class LocalProcesses {
  private final Installation installation;
  private final DataDirectory data;
  private final Endpoints endpoints;
  private final Secrets secrets;

  LocalProcesses(
      Installation installation, DataDirectory data, Endpoints endpoints, Secrets secrets) {
    this.installation = installation;
    this.data = data;
    this.endpoints = endpoints;
    this.secrets = secrets;
  }

  ProcessSpec kafka() {
    Ports ports = endpoints.ports();
    ports.free("kafka");
    return new ProcessSpec(
        "kafka",
        endpoints.kafka(),
        leashed(
            "launcher",
            "io.rihla.launcher.kafka.EmbeddedKafka",
            List.of("-Xmx160m", "-XX:TieredStopAtLevel=1")),
        Map.of(
            "KAFKA_DATA", data.kafka().toString(),
            "KAFKA_PORT", Integer.toString(ports.remembered("kafka")),
            "KAFKA_CONTROLLER_PORT", Integer.toString(ports.free("kafka-controller"))),
        Health.kafka(endpoints.kafka()));
  }

  ProcessSpec clickhouse(Path library) {
    int port = endpoints.ports().free("clickhouse");
    // not leashed: the engine itself reads the pipe and ends with it
    List<String> command =
        java(
            "launcher",
            List.of("--enable-native-access=ALL-UNNAMED", "-Xmx48m", "-XX:TieredStopAtLevel=1"));
    command.add("io.rihla.launcher.clickhouse.EmbeddedClickHouse");
    return new ProcessSpec(
        "clickhouse",
        endpoints.clickhouse(),
        command,
        Map.of(
            "TZ",
            "UTC",
            "CLICKHOUSE_LIBRARY",
            library.toString(),
            "CLICKHOUSE_DATA",
            data.clickhouse().toString(),
            "CLICKHOUSE_PORT",
            Integer.toString(port),
            "CLICKHOUSE_PASSWORD",
            secrets.get("CLICKHOUSE_PASSWORD"),
            Secrets.ANALYST_PASSWORD,
            secrets.get(Secrets.ANALYST_PASSWORD)),
        Health.http(endpoints.clickhouse() + "/ping"));
  }

  ProcessSpec waha() {
    int port = endpoints.ports().free("waha");
    return new ProcessSpec(
        "waha",
        endpoints.waha(),
        leashed(
            "launcher",
            "io.rihla.launcher.waha.WahaSimulator",
            List.of("-Xmx96m", "-XX:TieredStopAtLevel=1")),
        Map.of(
            "SIMULATOR_PORT", Integer.toString(port),
            "SIMULATOR_DATA", data.simulator().toString(),
            "SIMULATOR_WEBHOOK_URL", endpoints.api() + "/api/whatsapp/webhook",
            "WAHA_API_KEY", secrets.get("WAHA_API_KEY"),
            "WAHA_HMAC_KEY", secrets.get("WAHA_HMAC_KEY")),
        Health.http(endpoints.waha() + "/ping"));
  }

  ProcessSpec functions() {
    int port = endpoints.ports().free("functions");
    return new ProcessSpec(
        "functions",
        endpoints.functions(),
        givingWay(
            "statefun-functions",
            "io.rihla.functions.FunctionServer",
            List.of("-Xmx192m", "-XX:TieredStopAtLevel=1")),
        with(
            Map.of(
                "FUNCTIONS_PORT", Integer.toString(port),
                "RIHLA_MEDIA_URL", environment("RIHLA_MEDIA_URL", endpoints.api())),
            kafkaVariables(),
            wahaVariables()),
        Health.http(endpoints.functions() + "/observe/health"));
  }

  ProcessSpec statefun() {
    int port = endpoints.ports().free("statefun-rest");
    return new ProcessSpec(
        "statefun",
        endpoints.statefunRest(),
        givingWay(
            "statefun-runtime",
            "io.rihla.runtime.StatefunRuntime",
            List.of("-Xmx320m", "--add-opens", "java.base/java.util=ALL-UNNAMED")),
        Map.of(
            "STATEFUN_MODULE", data.statefunModule().toString(),
            "STATEFUN_STATE_DIR", data.statefun().toString(),
            "STATEFUN_REST_PORT", Integer.toString(port)),
        Health.flinkJobs(endpoints.statefunRest()));
  }

  ProcessSpec jobs() {
    int port = endpoints.ports().free("jobs-rest");
    return new ProcessSpec(
        "jobs",
        endpoints.jobsRest(),
        givingWay("stream-jobs", "io.rihla.jobs.StreamJobs", List.of("-Xmx320m")),
        with(
            Map.of(
                "JOBS_REST_PORT", Integer.toString(port),
                "JOBS_STATE_DIR", data.jobs().toString(),
                "JOBS_PARALLELISM", environment("JOBS_PARALLELISM", "1")),
            kafkaVariables(),
            clickhouseVariables()),
        Health.flinkJobs(endpoints.jobsRest()));
  }

  ProcessSpec api() {
    return new ProcessSpec(
        "api",
        endpoints.api(),
        leashed(
            "api-server", "io.rihla.api.ApiServer", List.of("-Xmx256m", "-XX:TieredStopAtLevel=1")),
        with(
            Map.of(
                "RIHLA_PORT", Integer.toString(endpoints.apiPort()),
                "FUNCTIONS_URL", endpoints.functions(),
                "RIHLA_PSEUDONYM_KEY", secrets.get("RIHLA_PSEUDONYM_KEY"),
                "RIHLA_JWT_KEY", secrets.get("RIHLA_JWT_KEY"),
                "WAHA_HMAC_KEY", secrets.get("WAHA_HMAC_KEY")),
            kafkaVariables(),
            clickhouseVariables(),
            wahaVariables()),
        Health.http(endpoints.api() + "/observe/health"));
  }

  private Map<String, String> kafkaVariables() {
    return Map.of("KAFKA_BOOTSTRAP_SERVERS", endpoints.kafka());
  }

  private Map<String, String> clickhouseVariables() {
    return Map.of(
        "CLICKHOUSE_URL", endpoints.clickhouse(),
        "CLICKHOUSE_USER", endpoints.clickhouseUser(),
        "CLICKHOUSE_PASSWORD", endpoints.clickhousePassword(secrets));
  }

  private Map<String, String> wahaVariables() {
    return Map.of("WAHA_BASE_URL", endpoints.waha(), "WAHA_API_KEY", secrets.get("WAHA_API_KEY"));
  }

  private String environment(String name, String standard) {
    return endpoints.environment().getOrDefault(name, standard);
  }

  @SafeVarargs
  private static Map<String, String> with(Map<String, String> own, Map<String, String>... shared) {
    Map<String, String> all = new TreeMap<>(own);
    for (Map<String, String> some : shared) {
      all.putAll(some);
    }
    return all;
  }

  /**
   * On a busy machine the door comes first: a webhook that is not taken in time may be lost by
   * WAHA, while what lies in Kafka can wait a moment.
   */
  private List<String> givingWay(String module, String mainClass, List<String> flags) {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "10"));
    command.addAll(leashed(module, mainClass, flags));
    return command;
  }

  private List<String> leashed(String module, String mainClass, List<String> flags) {
    List<String> command = java(module, flags);
    command.add(Leash.class.getName());
    command.add(mainClass);
    return command;
  }

  private List<String> java(String module, List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xss512k", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(flags);
    command.addAll(List.of("-cp", installation.classPath(module) + ":" + installation.leash()));
    return command;
  }
}
