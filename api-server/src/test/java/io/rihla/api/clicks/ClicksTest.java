package io.rihla.api.clicks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import io.rihla.api.testing.Broker;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.FakeCampaigns;
import io.rihla.api.testing.Relay;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.ads.Click;
import io.rihla.schemas.topics.Topics;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClicksTest {
  private static final String PHONE_BROWSER =
      "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/131.0 Mobile"
          + " Safari/537.36 [FB_IAB/FB4A;FBAV/493.0;]";
  private static final String CODE = "UMR_APR_2027_KLIK";

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
                "RIHLA_WHATSAPP_NUMBER",
                "6281234567890"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> put(CODE, "{\"ad_ids\":[\"1202100077\"]}").statusCode() < 300);
    put(
        "UMR_APR_2027_LANDING",
        "{\"package_code\":\"" + CODE + "\",\"link\":\"https://agen.example/promo\"}");
  }

  @AfterAll
  static void stop() {
    api.close();
    registry.close();
  }

  @Test
  void aClickIsLoggedAndGoesToTheChatWithTheCodeWritten() {
    HttpResponse<String> response =
        click(
            "/c/umr-apr-2027-klik?ad_id=1202100077&fbclid=IwAR1x",
            Map.of("User-Agent", PHONE_BROWSER, "Referer", "https://l.facebook.com/"));
    assertThat(response.statusCode()).isEqualTo(302);
    Contract.holds(Method.GET, response);
    assertThat(response.headers().firstValue("location"))
        .contains("https://wa.me/6281234567890?text=" + CODE);
    assertThat(response.headers().firstValue("cache-control").orElse("")).contains("no-store");
    // the answer came after Kafka's acknowledgement: no waiting here
    AdsActivity logged = logged("fbclid=IwAR1x");
    assertThat(logged.campaignCode()).isEqualTo(CODE);
    assertThat(logged.adId()).isEqualTo("1202100077");
    assertThat(((Click) logged.fact()).referrer())
        .isEqualTo("https://l.facebook.com/?fbclid=IwAR1x");
    assertThat(((Click) logged.fact()).bot()).isFalse();
  }

  @Test
  void aCampaignsOwnLinkWins() {
    assertThat(location(click("/c/UMR_APR_2027_LANDING", browser())))
        .isEqualTo("https://agen.example/promo");
  }

  @Test
  void anUnknownCodeGoesToTheGeneralChatAndIsLoggedWithoutACampaign() {
    HttpResponse<String> response = click("/c/UMR_APR_2027_NOBODY?fbclid=unknown1", browser());
    assertThat(location(response)).isEqualTo("https://wa.me/6281234567890");
    assertThat(logged("fbclid=unknown1").campaignCode()).isNull();
    assertThat(location(click("/c/%3Cscript%3E", browser())))
        .isEqualTo("https://wa.me/6281234567890");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "WhatsApp/2.23.20.0 A",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "curl/8.5.0",
        ""
      })
  void programsAreSentOnButFlagged(String agent) {
    String mark = "program" + Math.abs(agent.hashCode());
    HttpResponse<String> response =
        click(
            "/c/" + CODE + "?fbclid=" + mark,
            agent.isEmpty() ? Map.of("User-Agent", " ") : Map.of("User-Agent", agent));
    assertThat(response.statusCode()).isEqualTo(302);
    await().untilAsserted(() -> assertThat(bot(mark)).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Moz, prefetch"})
  void whatIsOnlyFetchedAheadIsNoClick(String header, String value) {
    String mark = "ahead" + header;
    click("/c/" + CODE + "?fbclid=" + mark, Map.of("User-Agent", PHONE_BROWSER, header, value));
    await().untilAsserted(() -> assertThat(bot(mark)).isTrue());
  }

  @Test
  void aHeadRequestIsNoClick() {
    HttpResponse<String> response =
        api.send("HEAD", "/c/" + CODE + "?fbclid=onlyhead", null, browser());
    assertThat(response.statusCode()).isEqualTo(302);
    await().untilAsserted(() -> assertThat(bot("onlyhead")).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PHONE_BROWSER,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
            + " Instagram 350.0.0.28.90",
        "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
            + " musical_ly_2023 BytedanceWebview/d8a21c6"
      })
  void theBrowsersInsideAppsArePeople(String agent) {
    assertThat(new Crawlers().isProgram(agent)).isFalse();
  }

  @Test
  void customersDoNotWaitForKafkaAndTheirClicksAreStoredWhenItIsBack() {
    int port = Broker.freePort();
    try (TestApi cut =
        TestApi.start(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + port,
                "RIHLA_WHATSAPP_NUMBER",
                "6281234567890"))) {
      long begin = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        HttpResponse<String> response =
            cut.send("GET", "/c/" + CODE + "?fbclid=outage" + i, null, browser());
        assertThat(location(response)).isEqualTo("https://wa.me/6281234567890?text=" + CODE);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
      try (Relay back = new Relay(port, Broker.shared().address())) {
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(clicks("fbclid=outage"))
                        .extracting(AdsActivity::activityId)
                        .doesNotHaveDuplicates()
                        .hasSize(5));
      }
    }
  }

  @Test
  void withoutANumberTheAnswerSaysWhatIsMissing() {
    try (TestApi bare = TestApi.start(Map.of())) {
      HttpResponse<String> response = bare.send("GET", "/c/" + CODE, null, browser());
      assertThat(response.statusCode()).isEqualTo(503);
      Contract.holds(Method.GET, response);
      assertThat(response.body()).contains("RIHLA_WHATSAPP_NUMBER");
    }
  }

  private static Map<String, String> browser() {
    return Map.of("User-Agent", PHONE_BROWSER);
  }

  private static HttpResponse<String> click(String path, Map<String, String> headers) {
    return api.send("GET", path, null, headers);
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse("none: " + response.statusCode());
  }

  private static boolean bot(String mark) {
    return ((Click) logged("fbclid=" + mark).fact()).bot();
  }

  private static AdsActivity logged(String mark) {
    List<AdsActivity> found = clicks(mark);
    assertThat(found).as(mark).hasSize(1);
    return found.getFirst();
  }

  private static List<AdsActivity> clicks(String mark) {
    return Broker.shared().read(Topics.ADS_ACTIVITY).stream()
        .map(Broker.Entry::value)
        .filter(
            activity ->
                activity.fact() instanceof Click click
                    && click.referrer() != null
                    && click.referrer().contains(mark))
        .toList();
  }

  private static HttpResponse<String> put(String code, String body) {
    return api.send(
        "PUT",
        "/api/campaigns/" + code,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + TestApi.token("marketing_admin")));
  }
}
