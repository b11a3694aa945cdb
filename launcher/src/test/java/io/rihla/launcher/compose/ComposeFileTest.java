package io.rihla.launcher.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.rihla.schemas.topics.StatefunModule;
import io.rihla.schemas.topics.Topics;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComposeFileTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)(:[?-])?[^}]*}");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|KEY|USERNAME).*");

  /** Variables that the images of others document; see docs/deployment.md. */
  private static final Map<String, Set<String>> FOREIGN =
      Map.of(
          "clickhouse", Set.of("CLICKHOUSE_SKIP_USER_SETUP"),
          "statefun-master", Set.of("ROLE", "MASTER_HOST"),
          "statefun-worker", Set.of("ROLE", "MASTER_HOST"),
          "jobs-manager", Set.of("FLINK_PROPERTIES"),
          "jobs-worker", Set.of("FLINK_PROPERTIES"),
          "waha",
              Set.of(
                  "WHATSAPP_DEFAULT_ENGINE",
                  "WAHA_API_KEY",
                  "WAHA_DASHBOARD_USERNAME",
                  "WAHA_DASHBOARD_PASSWORD",
                  "WHATSAPP_HOOK_URL",
                  "WHATSAPP_HOOK_EVENTS",
                  "WHATSAPP_HOOK_HMAC_KEY"));

  private static ComposeFile compose;

  @BeforeAll
  static void read() throws Exception {
    compose = ComposeFile.read();
  }

  @Test
  void keepsToTheComposeSpecification() throws Exception {
    assertThat(specification().validate(compose.tree())).isEmpty();
  }

  @Test
  void theSpecificationIsNotTakenForGranted() throws Exception {
    ObjectNode wrong = compose.tree().deepCopy();
    ((ObjectNode) wrong.at("/services/api")).put("imagge", "rihla/api");

    assertThat(specification().validate(wrong)).isNotEmpty();
  }

  private static JsonSchema specification() throws Exception {
    try (InputStream schema =
        ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json")) {
      JsonNode definition = new ObjectMapper().readTree(schema);
      // names in an older draft, which a validator of the draft it claims refuses; nothing uses
      // them
      for (JsonNode parent : definition.findParents("id")) {
        ((ObjectNode) parent).remove("id");
      }
      return JsonSchemaFactory.getInstance(VersionFlag.V201909).getSchema(definition);
    }
  }

  @Test
  void everyVariableOfOurProcessesIsOneTheyRead() throws Exception {
    ReadVariables variables = new ReadVariables(compose.root());
    Map<String, Set<String>> read =
        Map.of(
            "api", variables.of("api-server", "io.rihla.api.ApiConfig", "read"),
            "functions",
                variables.of("statefun-functions", "io.rihla.functions.FunctionsConfig", "parse"),
            "jobs-manager", variables.of("stream-jobs", "io.rihla.jobs.JobsConfig", "read"),
            "setup",
                variables.of(
                    "launcher", "io.rihla.launcher.cli.SetupCommand$SetupSettings", "read"));
    for (String service : compose.services()) {
      Set<String> known = new TreeSet<>(read.getOrDefault(service, Set.of()));
      known.addAll(FOREIGN.getOrDefault(service, Set.of()));
      if (service.equals("clickhouse")) {
        known.addAll(variablesOfUsers());
      }
      assertThat(compose.environment(service).keySet())
          .as("variables of " + service)
          // Kafka's image turns every KAFKA_ variable into a setting of the broker
          .filteredOn(name -> !(service.equals("kafka") && name.startsWith("KAFKA_")))
          .isSubsetOf(known);
    }
  }

  private static Set<String> variablesOfUsers() throws Exception {
    String users = Files.readString(compose.root().resolve("docker/clickhouse/users.xml"));
    return Pattern.compile("from_env=\"(\\w+)\"")
        .matcher(users)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void noSecretHasAValueOrADefault() {
    for (String service : compose.services()) {
      compose
          .environment(service)
          .forEach(
              (name, value) -> {
                if (SECRET.matcher(name).matches()) {
                  assertThat(value).as(service + " " + name).matches("\\$\\{\\w+(:\\?.+|:-)}");
                }
              });
    }
  }

  @Test
  void theExampleNamesEveryVariableTheFileAsksFor() throws Exception {
    Set<String> asked = new TreeSet<>();
    for (String text : compose.texts()) {
      Matcher placeholder = PLACEHOLDER.matcher(text);
      while (placeholder.find()) {
        asked.add(placeholder.group(1));
      }
    }
    Set<String> named =
        Files.readAllLines(compose.root().resolve(".env.example")).stream()
            .map(line -> line.replaceFirst("^# ?", ""))
            .filter(line -> line.matches("[A-Z_]+=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toSet());
    assertThat(named).isEqualTo(asked);
  }

  @Test
  void theModuleFileIsTheOneTheTopicsMake() throws Exception {
    assertThat(compose.root().resolve("docker/statefun/module.yaml"))
        .hasContent(
            StatefunModule.render(
                "kafka:9092",
                "http://functions:8090/statefun",
                StatefunModule.TRANSACTION_TIMEOUT_MINUTES));
  }

  @Test
  void theBrokerAllowsTheTransactionsThatTheModuleAsksFor() {
    assertThat(compose.environment("kafka").get("KAFKA_TRANSACTION_MAX_TIMEOUT_MS"))
        .isEqualTo(Long.toString(StatefunModule.TRANSACTION_TIMEOUT_MINUTES * 60_000L));
  }

  @Test
  void topicsAreNamedNowhereElse() {
    List<String> texts = compose.texts();
    Topics.all()
        .forEach(
            topic ->
                assertThat(texts)
                    .noneMatch(
                        text -> Arrays.asList(text.split("[\\s,:]+")).contains(topic.name())));
  }

  @Test
  void everyImageIsPinned() {
    for (String service : compose.services()) {
      assertThat(compose.service(service).path("image").asText())
          .as("image of " + service)
          .matches("[\\w/-]+:[\\w.-]*\\d+\\.\\d+.*");
    }
  }

  @Test
  void everyFileThatIsBuiltOrMountedIsThere() {
    for (String service : compose.services()) {
      JsonNode build = compose.service(service).path("build");
      if (build.has("dockerfile")) {
        assertThat(compose.root().resolve(build.get("dockerfile").asText())).isRegularFile();
      }
      compose
          .service(service)
          .path("volumes")
          .forEach(
              volume -> {
                String source = volume.asText().split(":")[0];
                if (source.startsWith("./")) {
                  assertThat(compose.root().resolve(Path.of(source))).exists();
                } else {
                  assertThat(compose.tree().get("volumes").has(source)).as(source).isTrue();
                }
              });
    }
  }
}
