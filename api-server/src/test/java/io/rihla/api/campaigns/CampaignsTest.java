package io.rihla.api.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeCampaigns;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignsTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static final String CODE = "UMR_MAR_2027_PROMO";

  private static FakeCampaigns registry;
  private static TestApi api;

  @BeforeAll
  static void start() {
    Broker broker = Broker.shared();
    registry = new FakeCampaigns(broker);
    registry.sells(CODE);
    api =
        TestApi.start(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.address(),
                "RIHLA_PUBLIC_URL",
                "https://rihla.example/",
                "RIHLA_WHATSAPP_NUMBER",
                "+62 812-3456-7890"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> put("UMR_JAN_2027_WARMUP", body("[]")).statusCode() < 300);
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
  }

  @Test
  void aCampaignIsCreatedThenReplacedAndCanBeRead() {
    HttpResponse<String> created = put("UMR_MAR_2027_A", body("[\"1202100001\"]"));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    Contract.holds(Method.PUT, created);
    HttpResponse<String> replaced = put("umr-mar-2027-a", body("[\"1202100001\",\"1202100002\"]"));
    assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
    HttpResponse<String> read = api.get("/api/campaigns/UMR_MAR_2027_A", TestApi.token("analyst"));
    Contract.holds(Method.GET, read);
    JsonNode campaign = TestApi.json(read);
    assertThat(campaign.at("/ad_ids/1").asText()).isEqualTo("1202100002");
    assertThat(campaign.at("/package_code").asText()).isEqualTo(CODE);
    assertThat(campaign.at("/updated_by").asText()).isEqualTo("siti");
    assertThat(campaign.at("/tracking_link").asText())
        .isEqualTo("https://rihla.example/c/UMR_MAR_2027_A");
  }

  @Test
  void anAdBelongsToOneCampaignOnlyAndTheOtherIsNamed() {
    put("UMR_MAR_2027_B", body("[\"1202100010\"]"));
    HttpResponse<String> taken = put("UMR_MAR_2027_C", body("[\"1202100011\",\"1202100010\"]"));
    assertThat(taken.statusCode()).isEqualTo(409);
    Contract.holds(Method.PUT, taken);
    assertThat(TestApi.json(taken).at("/detail").asText())
        .contains("1202100010")
        .contains("UMR_MAR_2027_B");
    put("UMR_MAR_2027_B", body("[]"));
    assertThat(put("UMR_MAR_2027_C", body("[\"1202100010\"]")).statusCode()).isEqualTo(201);
  }

  @Test
  void listsAreFiltered() {
    put("UMR_MAR_2027_D", body("[]").replace("\"meta\"", "\"TikTok\""));
    HttpResponse<String> list = api.get("/api/campaigns?source=tiktok&active=true", ADMIN);
    Contract.holds(Method.GET, list);
    assertThat(TestApi.json(list).at("/campaigns").findValuesAsText("code"))
        .containsExactly("UMR_MAR_2027_D");
    assertThat(api.get("/api/campaigns?active=maybe", ADMIN).statusCode()).isEqualTo(400);
  }

  @Test
  void listsComeInPagesAndAsASpreadsheet() {
    String radio = body("[]").replace("\"meta\"", "\"radio\"");
    assertThat(put("UMR_MAR_2027_P1", radio).statusCode()).isEqualTo(201);
    assertThat(put("UMR_MAR_2027_P2", radio).statusCode()).isEqualTo(201);
    HttpResponse<String> first = api.get("/api/campaigns?source=radio&limit=1", ADMIN);
    Contract.holds(Method.GET, first);
    String cursor = TestApi.json(first).at("/next_cursor").asText();
    HttpResponse<String> second =
        api.get("/api/campaigns?source=radio&limit=1&cursor=" + cursor, ADMIN);
    assertThat(TestApi.json(second).at("/campaigns").findValuesAsText("code"))
        .containsExactly("UMR_MAR_2027_P2");
    assertThat(TestApi.json(second).at("/next_cursor").isNull()).isTrue();
    HttpResponse<String> csv =
        api.send(
            "GET",
            "/api/campaigns?source=radio",
            null,
            Map.of("Authorization", "Bearer " + ADMIN, "Accept", "text/csv"));
    assertThat(csv.body().lines()).hasSize(3);
    assertThat(csv.body()).startsWith("code,package_code,").contains("UMR_MAR_2027_P1");
    assertThat(api.get("/api/campaigns?limit=0", ADMIN).statusCode()).isEqualTo(400);
  }

  @Test
  void theLinksOfACampaignAreShown() {
    put("UMR_MAR_2027_E", body("[]"));
    HttpResponse<String> link = api.get("/api/campaigns/UMR_MAR_2027_E/link", ADMIN);
    Contract.holds(Method.GET, link);
    assertThat(TestApi.json(link).at("/meta_link").asText())
        .isEqualTo("https://rihla.example/c/UMR_MAR_2027_E?ad_id={{ad.id}}");
    assertThat(TestApi.json(link).at("/chat_link").asText())
        .isEqualTo("https://wa.me/6281234567890?text=UMR_MAR_2027_E");
    assertThat(api.get("/api/campaigns/UMR_MAR_2027_NONE/link", ADMIN).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UMR_MAR_2027_F|package_code|\"UMR_MAR_2027_NONE\"|there is no such package",
        "UMR_MAR_2027_F|code|\"UMR_MAR_2027_G\"|another one than in the address",
        "MARCH|name|\"x\"|is no campaign code",
        "UMR_MAR_2027_F|ad_ids|[\"act_1\"]|digits only",
        "UMR_MAR_2027_F|ad_ids|[7]|must be a list of texts",
        "UMR_MAR_2027_F|source|\"Meta Ads!\"|short word",
        "UMR_MAR_2027_F|link|\"javascript:alert(1)\"|must be an address",
        "UMR_MAR_2027_F|active|\"yes\"|must be true or false",
      })
  void aBadFieldIsNamed(String code, String field, String value, String message) {
    HttpResponse<String> response = put(code, "{\"%s\":%s}".formatted(field, value));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    Contract.holds(Method.PUT, response);
    assertThat(response.body()).contains(message);
  }

  private static HttpResponse<String> put(String code, String body) {
    return api.send(
        "PUT",
        "/api/campaigns/" + code,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + ADMIN));
  }

  private static String body(String ads) {
    return "{\"package_code\":\"%s\",\"name\":\"Promo\",\"source\":\"meta\",\"ad_ids\":%s}"
        .formatted(CODE, ads);
  }
}
