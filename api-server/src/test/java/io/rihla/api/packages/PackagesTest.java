package io.rihla.api.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeRegistry;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesTest {
  private static final String ADMIN = TestApi.token("marketing_admin");

  private static FakeRegistry registry;
  private static TestApi api;

  @BeforeAll
  static void start() {
    Broker broker = Broker.shared();
    registry = new FakeRegistry(broker);
    api = TestApi.withKafka(broker);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> put("UMR_JAN_2027_WARMUP", form("UMR_JAN_2027_WARMUP")).statusCode() < 300);
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
  }

  @Test
  void aPutPackageIsCreatedThenReplacedAndCanBeRead() {
    String code = "UMR_MAR_2027_HEMAT";
    HttpResponse<String> created = put(code, form(code));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    Contract.holds(Method.PUT, created);
    HttpResponse<String> replaced = put(code, form(code).replace("25000000", "26000000"));
    assertThat(replaced.statusCode()).isEqualTo(200);
    HttpResponse<String> read = api.get("/api/packages/umr-mar-2027-hemat", ADMIN);
    Contract.holds(Method.GET, read);
    JsonNode found = TestApi.json(read);
    assertThat(found.get("price").asLong()).isEqualTo(26_000_000);
    assertThat(found.get("version").asInt()).isEqualTo(2);
    assertThat(found.get("updated_by").asText()).isEqualTo("siti");
    assertThat(found.at("/hotels/0/distance_meters").asInt()).isEqualTo(300);
    assertThat(read.headers().firstValue("etag")).contains("\"2\"");
  }

  @Test
  void aChangeOfAnOlderVersionIsAConflict() {
    String code = "UMR_APR_2027_REGULER";
    put(code, form(code));
    put(code, form(code));
    HttpResponse<String> stale =
        send("PUT", "/api/packages/" + code, form(code), Map.of("If-Match", "\"1\""));
    assertThat(stale.statusCode()).isEqualTo(409);
    Contract.holds(Method.PUT, stale);
    assertThat(TestApi.json(stale).get("detail").asText()).contains("changed meanwhile");
    assertThat(
            send("PUT", "/api/packages/" + code, form(code), Map.of("If-Match", "\"2\""))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoDoesNotSpeakOfSeatsLeavesThemAlone() {
    String code = "UMR_MEI_2027_SEATS";
    put(code, form(code).replace("\"quota\":45", "\"quota\":45,\"seats_left\":7"));
    assertThat(TestApi.json(put(code, form(code))).get("seats_left").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price|\"25 juta\"|must be a whole number",
        "price|null|is missing",
        "name|7|must be a text",
        "departure_date|\"15 Maret\"|is no date",
        "code|\"MARCH\"|is no campaign code",
        "status|\"SOLD\"|must be one of",
        "quota|-1|must be from 0",
        "hotels|[{\"city\":1,\"name\":\"x\"}]|must be a text",
        "image_url|\"javascript:alert(1)\"|must be an http address",
        "map_position|{\"latitude\":91,\"longitude\":0,\"title\":\"x\"}|must be a number",
      })
  void aBadFieldIsNamed(String field, String value, String message) {
    String code = "UMR_JUN_2027_BAD";
    HttpResponse<String> response = put(code, form(code, Map.of(field, value)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    Contract.holds(Method.PUT, response);
    assertThat(TestApi.json(response).at("/errors/0/field").asText()).startsWith(field);
    assertThat(TestApi.json(response).at("/errors/0/message").asText()).contains(message);
  }

  @Test
  void brokenJsonIsABadRequestNotAFailure() {
    HttpResponse<String> response = put("UMR_JUN_2027_BAD", "{\"code\":");
    assertThat(response.statusCode()).isEqualTo(400);
    Contract.holds(Method.PUT, response);
  }

  @Test
  void departedAndFullPackagesAreNotSellable() {
    String yesterday = LocalDate.now(ZoneId.of("Asia/Jakarta")).minusDays(1).toString();
    put(
        "UMR_JAN_2026_GONE",
        form("UMR_JAN_2026_GONE", Map.of("departure_date", quoted(yesterday))));
    put("UMR_JUL_2027_FULL", form("UMR_JUL_2027_FULL", Map.of("seats_left", "0")));
    put("UMR_AGU_2027_OPEN", form("UMR_AGU_2027_OPEN"));
    HttpResponse<String> sellable =
        api.get("/api/packages?sellable=true", TestApi.token("analyst"));
    Contract.holds(Method.GET, sellable);
    assertThat(sellable.body())
        .contains("UMR_AGU_2027_OPEN")
        .doesNotContain("UMR_JAN_2026_GONE")
        .doesNotContain("UMR_JUL_2027_FULL");
    assertThat(api.get("/api/packages?departed=true", ADMIN).body()).contains("UMR_JAN_2026_GONE");
    assertThat(api.get("/api/packages?sellable=maybe", ADMIN).statusCode()).isEqualTo(400);
  }

  @Test
  void anImportReportsEachRow() {
    String first = form("UMR_SEP_2027_A");
    HttpResponse<String> report =
        load("[" + first + "," + form("UMR_SEP_2027_B") + ",{\"code\":\"X\"}," + first + ",7]");
    assertThat(report.statusCode()).isEqualTo(200);
    Contract.holds(Method.POST, report);
    assertThat(TestApi.json(report).at("/created").asInt()).isEqualTo(2);
    assertThat(TestApi.json(report).at("/rejected").asInt()).isEqualTo(3);
    assertThat(TestApi.json(report).at("/rows/2/reason").asText()).contains("price is missing");
    await().until(() -> api.get("/api/packages/UMR_SEP_2027_B", ADMIN).statusCode() == 200);
    JsonNode again =
        TestApi.json(
            load("[" + first + "," + form("UMR_SEP_2027_B", Map.of("price", "1000")) + "]"));
    assertThat(again.at("/unchanged").asInt()).isEqualTo(1);
    assertThat(again.at("/updated").asInt()).isEqualTo(1);
  }

  @Test
  void aSpreadsheetCanBeImported() {
    String csv =
        """
        code,name,price,departure_date,duration_days,quota,hotels,inclusions,itinerary,payment_down,unknown
        UMR_OKT_2027_CSV,"Hemat, Oktober",25000000,2027-10-15,9,45,Makkah|Hotel A|4|300|4;Madinah|Hotel B|3|200|3,Visa;Tiket,Berangkat|Kumpul di bandara;Makkah,5000000,x
        UMR_NOV_2027_CSV,Hemat,mahal,2027-11-15,9,45,,,,,
        """;
    HttpResponse<String> response =
        api.send(
            "POST",
            "/api/packages/import",
            csv.getBytes(StandardCharsets.UTF_8),
            Map.of("Authorization", "Bearer " + ADMIN, "Content-Type", "text/csv; charset=utf-8"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode report = TestApi.json(response);
    assertThat(report.at("/rows/0/outcome").asText()).as(response.body()).isEqualTo("CREATED");
    assertThat(report.at("/rows/1/reason").asText()).isEqualTo("price must be a whole number");
    await().until(() -> api.get("/api/packages/UMR_OKT_2027_CSV", ADMIN).statusCode() == 200);
    JsonNode stored = TestApi.json(api.get("/api/packages/UMR_OKT_2027_CSV", ADMIN));
    assertThat(stored.at("/hotels/1/name").asText()).isEqualTo("Hotel B");
    assertThat(stored.at("/inclusions/1").asText()).isEqualTo("Tiket");
    assertThat(stored.at("/itinerary/0/detail").asText()).isEqualTo("Kumpul di bandara");
    assertThat(stored.at("/payment_terms/down_payment").asLong()).isEqualTo(5_000_000);
  }

  @Test
  void aRegistryThatDoesNotAnswerIsToldAfterTenSeconds() {
    registry.silent(true);
    try {
      HttpResponse<String> response = put("UMR_DES_2027_SILENT", form("UMR_DES_2027_SILENT"));
      assertThat(response.statusCode()).isEqualTo(504);
      Contract.holds(Method.PUT, response);
    } finally {
      registry.silent(false);
    }
  }

  private static HttpResponse<String> put(String code, String body) {
    return send("PUT", "/api/packages/" + code, body, Map.of());
  }

  private static HttpResponse<String> load(String body) {
    return send("POST", "/api/packages/import", body, Map.of("Content-Type", "application/json"));
  }

  private static HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + ADMIN);
    return api.send(method, path, body.getBytes(StandardCharsets.UTF_8), all);
  }

  private static String form(String code) {
    return form(code, Map.of());
  }

  private static String form(String code, Map<String, String> changes) {
    Map<String, String> fields = new java.util.TreeMap<>();
    fields.put("code", quoted(code));
    fields.put("name", quoted("Umroh Hemat"));
    fields.put("price", "25000000");
    fields.put("departure_date", quoted("2027-03-15"));
    fields.put("duration_days", "9");
    fields.put("quota", "45");
    fields.put(
        "hotels",
        "[{\"city\":\"Makkah\",\"name\":\"Hotel A\",\"stars\":4,\"distance_meters\":300,\"nights\":4}]");
    fields.putAll(changes);
    return fields.entrySet().stream()
        .map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue()))
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
