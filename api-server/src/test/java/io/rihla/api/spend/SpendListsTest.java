package io.rihla.api.spend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.SeasonServer;
import io.rihla.api.testing.TestApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ads cost, as a list. */
class SpendListsTest {
  private static final String ADMIN = TestApi.token("marketing_admin");
  private static SeasonServer season;

  @BeforeAll
  static void start() {
    season = new SeasonServer();
  }

  @AfterAll
  static void stop() {
    if (season != null) {
      season.close();
    }
  }

  @Test
  void whatWasImportedIsListedWithTheCampaignOfItsAd() {
    JsonNode rows = list("sort=-amount").get("ad_spend");
    assertThat(rows).hasSize(2);
    assertThat(rows.at("/0/ad_id").asText()).isEqualTo("ad1");
    assertThat(rows.at("/0/amount").asDouble()).isEqualTo(3_000_000);
    assertThat(rows.at("/0/currency").asText()).isEqualTo("IDR");
    assertThat(rows.at("/0/campaign").asText()).isEqualTo("UMR_A");
    assertThat(rows.at("/1/campaign").asText()).isEqualTo("unmapped");
  }

  @Test
  void whatNoCampaignNamesCanBeAskedForAlone() {
    JsonNode rows = list("campaign=unmapped").get("ad_spend");
    assertThat(rows).hasSize(1);
    assertThat(rows.at("/0/ad_id").asText()).isEqualTo("ad9");
    assertThat(list("campaign=umr_a").at("/ad_spend/0/ad_id").asText()).isEqualTo("ad1");
  }

  @Test
  void pagesShowEveryRowOnceAndTheSpreadsheetHasAll() {
    JsonNode first = list("limit=1");
    JsonNode second = list("limit=1&cursor=" + first.get("next_cursor").asText());
    assertThat(second.at("/ad_spend/0/ad_id").asText())
        .isNotEqualTo(first.at("/ad_spend/0/ad_id").asText());
    assertThat(second.get("next_cursor").isNull()).isTrue();
    String csv = season.api().get("/api/marketing/ad-spend?format=csv", ADMIN).body();
    assertThat(csv).startsWith("account_id,ad_id,");
    assertThat(csv.lines().count()).isEqualTo(3);
  }

  private static JsonNode list(String query) {
    return season.get("/api/marketing/ad-spend?" + query);
  }
}
