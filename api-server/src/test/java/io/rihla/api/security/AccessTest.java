package io.rihla.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.TestApi;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing behind the doors runs here: past the gate, an answer is 503 or 400, never 401 or 403. */
class AccessTest {
  private static TestApi api;

  @BeforeAll
  static void start() {
    api = TestApi.start(Map.of());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/marketing/dashboard,    yes, yes, yes, yes",
    "GET,  /api/marketing/analytics?from=x, yes, yes, no, yes",
    "GET,  /api/marketing/funnel?from=x, yes, yes, no,  yes",
    "GET,  /api/marketing/funnel/customers?from=x, yes, yes, no, yes",
    "GET,  /api/marketing/cohorts?from=x, yes, yes, no, yes",
    "GET,  /api/marketing/drop-offs?from=x, yes, yes, yes, yes",
    "GET,  /api/marketing/drop-offs/follow-ups?limit=x, yes, yes, yes, yes",
    "GET,  /api/marketing/campaigns/X/days?from=x, yes, yes, no, yes",
    "GET,  /api/marketing/questions?from=x, yes, yes, no, yes",
    "GET,  /api/marketing/questions/q1?from=x, yes, yes, no, yes",
    "GET,  /api/marketing/experiments/x/results?goal=x, yes, yes, no, yes",
    "GET,  /api/ai/performance?from=x,  yes, yes, no,  yes",
    "GET,  /api/ai/faq-suggestions?limit=x, yes, yes, no, yes",
    "POST, /api/ai/faq-suggestions/x/accept, yes, yes, no, no",
    "POST, /api/ai/faq-suggestions/x/dismiss, yes, yes, no, no",
    "GET,  /api/conversations?limit=0,  yes, yes, yes, no",
    "GET,  /api/packages,               yes, yes, yes, yes",
    "GET,  /api/packages/X,             yes, yes, yes, yes",
    "PUT,  /api/packages/X,             yes, yes, no,  no",
    "POST, /api/packages/import,        yes, yes, no,  no",
    "POST, /api/conversations/handover, yes, yes, yes, no",
    "POST, /api/conversations/x/release, yes, yes, yes, no",
    "POST, /api/conversations/x/resolve, yes, yes, yes, no",
    "POST, /api/conversations/x/return-to-bot, yes, yes, yes, no",
    "POST, /api/conversations/x/reply,  yes, yes, yes, no",
    "POST, /api/conversations/x/bot,    yes, yes, yes, no",
    "POST, /api/ai/process-message,     yes, yes, yes, no",
    "POST, /api/marketing/leads,        yes, yes, yes, no",
    "GET,  /api/marketing/leads,        yes, yes, yes, no",
    "POST, /api/marketing/leads/x/payments, yes, yes, yes, no",
    "POST, /api/marketing/leads/x/refunds, yes, yes, yes, no",
    "POST, /api/marketing/leads/x/cancel, yes, yes, yes, no",
    "POST, /api/marketing/leads/x/lost, yes, yes, yes, no",
    "GET,  /api/stream,                 yes, yes, yes, yes",
    "POST, /api/stream/ticket,          yes, yes, yes, yes",
    "GET,  /api/campaigns,              yes, yes, yes, yes",
    "GET,  /api/campaigns/X,            yes, yes, yes, yes",
    "GET,  /api/campaigns/X/link,       yes, yes, yes, yes",
    "PUT,  /api/campaigns/X,            yes, yes, no,  no",
    "POST, /api/marketing/ad-spend,     yes, yes, no,  no",
    "GET,  /observe/metrics,            yes, yes, yes, yes",
    "GET,  /api/settings,               yes, no,  no,  no",
    "PUT,  /api/settings,               yes, no,  no,  no",
    "PUT,  /api/settings/bot,           yes, no,  no,  no",
    "PUT,  /api/settings/ignored/1,     yes, no,  no,  no",
    "DELETE, /api/settings/ignored/1,   yes, no,  no,  no",
    "DELETE, /api/conversations/x,      yes, no,  no,  no",
    "GET,  /api/undeclared,             no,  no,  no,  no",
    "DELETE, /api/packages/X,           no,  no,  no,  no",
    "GET,  /observe/config,             no,  no,  no,  no",
  })
  void everyRoleReachesWhatTheTableGrantsAndNothingElse(
      String method,
      String path,
      String systemAdmin,
      String marketingAdmin,
      String salesAdmin,
      String analyst) {
    reaches(method, path, "system_admin", systemAdmin);
    reaches(method, path, "marketing_admin", marketingAdmin);
    reaches(method, path, "sales_admin", salesAdmin);
    reaches(method, path, "analyst", analyst);
    assertThat(send(method, path, Map.of()).statusCode()).as("without a token").isEqualTo(401);
  }

  private static void reaches(String method, String path, String role, String granted) {
    HttpResponse<String> response =
        send(method, path, Map.of("Authorization", "Bearer " + TestApi.token(role)));
    if (granted.equals("yes")) {
      assertThat(response.statusCode()).as("%s %s as %s", method, path, role).isNotIn(401, 403);
    } else {
      assertThat(response.statusCode()).as("%s %s as %s", method, path, role).isEqualTo(403);
      assertThat(response.headers().firstValue("content-type"))
          .contains("application/problem+json");
    }
  }

  @Test
  void whoHasNoTokenIsToldWhichToBring() {
    HttpResponse<String> response = send("GET", "/api/packages", Map.of());
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
    Contract.holds(Method.GET, response);
  }

  @Test
  void aTokenOfAnotherKeyOrTimeOrPlaceIsNone() {
    long now = System.currentTimeMillis() / 1000;
    String claims =
        "{\"sub\":\"siti\",\"roles\":[\"system_admin\"],\"iss\":\"%s\",\"aud\":\"%s\",\"exp\":%d}";
    refused(
        TestApi.signed(
            "another-key-of-at-least-thirty-two-chars",
            claims.formatted("rihla", "rihla", now + 60)));
    refused(TestApi.signed(TestApi.JWT_KEY, claims.formatted("rihla", "rihla", now - 60)));
    refused(TestApi.signed(TestApi.JWT_KEY, claims.formatted("other", "rihla", now + 60)));
    refused(TestApi.signed(TestApi.JWT_KEY, claims.formatted("rihla", "other", now + 60)));
    refused(
        TestApi.signed(
            TestApi.JWT_KEY,
            "{\"sub\":\"siti\",\"roles\":[\"system_admin\"],\"iss\":\"rihla\",\"aud\":\"rihla\"}"));
    refused("eyJhbGciOiJub25lIn0.eyJzdWIiOiJzaXRpIiwicm9sZXMiOlsic3lzdGVtX2FkbWluIl19.");
    refused("nonsense");
    String valid = TestApi.signed(TestApi.JWT_KEY, claims.formatted("rihla", "rihla", now + 60));
    assertThat(api.get("/api/packages", valid).statusCode()).isEqualTo(503);
  }

  private static void refused(String token) {
    assertThat(api.get("/api/packages", token).statusCode()).as(token).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/openapi", "/observe/health", "/c/X"})
  void openAddressesAskForNoToken(String path) {
    assertThat(send("GET", path, Map.of()).statusCode()).isIn(200, 503);
  }

  @Test
  void theFrontPageNamesTheAddressesAndTheContractIsServed() {
    assertThat(send("GET", "/", Map.of()).body()).contains("/api/marketing/dashboard");
    assertThat(send("GET", "/openapi", Map.of()).body()).startsWith("openapi: 3");
  }

  @Test
  void aMissingFileIsAProblemNotAFailure() {
    HttpResponse<String> response = send("GET", "/media/nothing.jpg", Map.of());
    assertThat(response.statusCode()).isEqualTo(404);
    Contract.holds(Method.GET, response);
  }

  private static HttpResponse<String> send(
      String method, String path, Map<String, String> headers) {
    return api.send(method, path, method.equals("GET") ? null : new byte[0], headers);
  }
}
