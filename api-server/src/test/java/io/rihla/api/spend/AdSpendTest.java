package io.rihla.api.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeCampaigns;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.ads.AdInsight;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.topics.Topics;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdSpendTest {
  private static final String META =
      """
      {"data":[
        {"account_id":"900","account_currency":"IDR","ad_id":"5001","ad_name":"Reels",
         "campaign_name":"Umroh","date_start":"2026-01-25","date_stop":"2026-01-25",
         "spend":"123.45","impressions":"3100","inline_link_clicks":"42",
         "actions":[{"action_type":"link_click","value":"42"},
                    {"action_type":"omni_link_click","value":"42"}]},
        {"account_id":"900","account_currency":"IDR","ad_id":"5002",
         "date_start":"2026-01-25","date_stop":"2026-01-25","spend":"0","impressions":"7",
         "actions":[{"action_type":"outbound_click","value":"9"},
                    {"action_type":"link_click","value":"5"},
                    {"action_type":"landing_page_view","value":"4"}]}],
       "paging":{"cursors":{"before":"a","after":"b"},"next":"https://graph.example/next"}}
      """;

  private static FakeCampaigns registry;
  private static TestApi api;

  @BeforeAll
  static void start() {
    Broker broker = Broker.shared();
    registry = new FakeCampaigns(broker);
    registry.sells("UMR_MEI_2027_IKLAN");
    api = TestApi.withKafka(broker);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                api.send(
                            "PUT",
                            "/api/campaigns/UMR_MEI_2027_IKLAN",
                            "{\"ad_ids\":[\"5001\"]}".getBytes(StandardCharsets.UTF_8),
                            Map.of("Authorization", "Bearer " + TestApi.token("system_admin")))
                        .statusCode()
                    < 300);
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
  }

  @Test
  void metasAnswerIsTakenAsItIsAndNoActionIsCountedTwice() {
    HttpResponse<String> response = json(META);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Contract.holds(Method.POST, response);
    JsonNode report = TestApi.json(response);
    assertThat(report.at("/accepted").asInt()).isEqualTo(2);
    assertThat(report.at("/unmapped").asInt()).isEqualTo(1);
    assertThat(report.at("/unmapped_ads/0").asText()).isEqualTo("5002");
    assertThat(report.at("/more_pages").asBoolean()).isTrue();
    AdsActivity reels = rows("5001", 1).getLast();
    AdInsight figures = (AdInsight) reels.fact();
    assertThat(reels.campaignCode()).isEqualTo("UMR_MEI_2027_IKLAN");
    assertThat(figures.spend()).isEqualTo("123.45");
    assertThat(figures.linkClicks()).isEqualTo(42);
    assertThat(figures.day()).isEqualTo("2026-01-25");
    assertThat(figures.metaCampaign()).isEqualTo("Umroh");
    assertThat(((AdInsight) rows("5002", 1).getLast().fact()).linkClicks()).isEqualTo(5);
  }

  @Test
  void theSameImportAgainReplacesAndLaterFiguresAreNewer() {
    json(own("6001", "100"));
    JsonNode again = TestApi.json(json(own("6001", "120")));
    assertThat(again.at("/accepted").asInt()).isEqualTo(1);
    assertThat(again.at("/replaced").asInt()).isEqualTo(1);
    List<AdsActivity> rows = rows("6001", 2);
    AdInsight first = (AdInsight) rows.getFirst().fact();
    AdInsight second = (AdInsight) rows.getLast().fact();
    assertThat(second.spend()).isEqualTo("120");
    assertThat(second.importedAt()).isGreaterThanOrEqualTo(first.importedAt());
  }

  @Test
  void aSpreadsheetOfMetasExportIsReadInBothLanguages() {
    HttpResponse<String> indonesian =
        csv(
            """
            Hari;ID Akun;ID Iklan;Nama iklan;Jumlah yang dibelanjakan (IDR);Klik Tautan;Impresi
            ;;;;1.750.000;60;9.000.000
            2026-01-25;900;7001;"Reels; Maret";1.250.000;42;3100
            2026-01-26;900;7001;"Reels; Maret";500.000,50;18;2900
            """,
            StandardCharsets.UTF_8);
    assertThat(indonesian.statusCode()).as(indonesian.body()).isEqualTo(200);
    Contract.holds(Method.POST, indonesian);
    assertThat(rows("7001", 2))
        .extracting(row -> ((AdInsight) row.fact()).spend())
        .containsExactly("1250000", "500000.50");
    assertThat(((AdInsight) rows("7001", 2).getFirst().fact()).currency()).isEqualTo("IDR");
    HttpResponse<String> english =
        csv(
            "\uFEFFReporting starts,Reporting ends,Ad ID,Ad name,Amount spent (USD),Link clicks\n"
                + "2026-01-25,2026-01-25,7002,Reels,12.50,3\n",
            StandardCharsets.UTF_16LE);
    assertThat(english.statusCode()).as(english.body()).isEqualTo(200);
    assertThat(((AdInsight) rows("7002", 1).getFirst().fact()).currency()).isEqualTo("USD");
  }

  @Test
  void oneBadRowKeepsAllOut() {
    HttpResponse<String> response =
        json(
            """
            {"rows":[
              {"account_id":"900","ad_id":"8001","day":"2026-01-25","spend":"1","currency":"IDR"},
              {"account_id":"900","ad_id":"8002","day":"25/01/2026","spend":-1,"currency":"IDR"}]}
            """);
    assertThat(response.statusCode()).isEqualTo(400);
    Contract.holds(Method.POST, response);
    assertThat(TestApi.json(response).at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("rows[1].day", "rows[1].spend");
    assertThat(rows("8001")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spend|\"12,5\"|rows[0].spend",
        "spend|\"1e3\"|rows[0].spend",
        "spend|null|rows[0].spend",
        "ad_id|\"Reels\"|rows[0].ad_id",
        "account_id|null|rows[0].account_id",
        "day|\"2099-01-01\"|rows[0].day",
        "currency|\"rupiah\"|rows[0].currency",
        "link_clicks|1.5|rows[0].link_clicks",
        "impressions|\"many\"|rows[0].impressions",
        "day_end|\"2026-01-31\"|rows[0].day",
      })
  void rowAndFieldAreNamed(String field, String value, String place) {
    String row =
        own("8100", "1")
            .replaceFirst("\\{\"account_id\"", "{\"" + field + "\":" + value + ",\"account_id\"");
    // the later of two equal names wins in JSON: take the good one out
    String only =
        field.equals("day_end")
            ? row
            : row.replaceAll(",?\"" + field + "\":(\"(900|8100|2026-01-25|1|IDR)\"|3)(?=[,}])", "");
    HttpResponse<String> response = json(only);
    assertThat(response.statusCode()).as(only).isEqualTo(400);
    assertThat(TestApi.json(response).at("/errors/0/field").asText()).isEqualTo(place);
  }

  @Test
  void aBreakdownIsRefusedBecauseItsRowsWouldReplaceEachOther() {
    String row = "{\"account_id\":\"900\",\"ad_id\":\"8200\",\"day\":\"2026-01-25\",";
    HttpResponse<String> response =
        json(
            "["
                + row
                + "\"spend\":1,\"currency\":\"IDR\",\"age\":\"18-24\"},"
                + row
                + "\"spend\":2,\"currency\":\"IDR\",\"age\":\"25-34\"}]");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("without breakdowns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":{\"message\":\"Session has expired\"}}|Session has expired",
        "{}|neither rows nor data",
        "{\"rows\":[7]}|must be an object",
        "7|neither rows nor data",
      })
  void whatIsNoReportIsToldSo(String body, String message) {
    HttpResponse<String> response = json(body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(message);
  }

  private static String own(String ad, String spend) {
    return """
    {"rows":[{"account_id":"900","ad_id":"%s","day":"2026-01-25","spend":"%s","currency":"IDR",\
    "link_clicks":3,"impressions":3}]}"""
        .formatted(ad, spend);
  }

  /** A transaction is visible a moment after it was committed. */
  private static List<AdsActivity> rows(String ad, int count) {
    await().atMost(Duration.ofSeconds(10)).until(() -> rows(ad).size() == count);
    return rows(ad);
  }

  private static List<AdsActivity> rows(String ad) {
    return Broker.shared().read(Topics.ADS_ACTIVITY).stream()
        .map(Broker.Entry::value)
        .filter(
            activity -> activity.fact() instanceof AdInsight insight && insight.adId().equals(ad))
        .toList();
  }

  private static HttpResponse<String> json(String body) {
    return post("?x=1", body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  private static HttpResponse<String> csv(String body, Charset charset) {
    return post("?account_id=act_900", body.getBytes(charset), "text/csv");
  }

  private static HttpResponse<String> post(String query, byte[] body, String type) {
    return api.send(
        "POST",
        "/api/marketing/ad-spend" + query,
        body,
        Map.of(
            "Authorization", "Bearer " + TestApi.token("marketing_admin"), "Content-Type", type));
  }
}
