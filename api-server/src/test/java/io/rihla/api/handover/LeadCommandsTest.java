package io.rihla.api.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.testing.Contract;
import io.rihla.api.testing.TestApi;
import io.rihla.schemas.commands.PutLead;
import io.rihla.schemas.commands.RecordPayment;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leads as they are put, paid, listed and taken away. */
class LeadCommandsTest extends Leads {
  @Test
  void aLeadIsPutAndPaidUnderItsId() {
    HttpResponse<String> put =
        post(
            "/api/marketing/leads",
            """
            {"phone":"+62 811 0000 05","name":"Siti","phase":"INTEREST","source":"pameran",
             "interested_package":"umr_mar_2027_hemat","conversation_summary":"dua orang",
             "ai_confidence":0.8}""");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    Contract.holds(Method.POST, put);
    PutLead order = (PutLead) last(PutLead.class).order();
    assertThat(order.packageCode()).isEqualTo("UMR_MAR_2027_HEMAT");
    assertThat(order.phone()).isEqualTo("62811000005");

    HttpResponse<String> paid =
        post(
            "/api/marketing/leads/" + lead(PAID) + "/payments",
            "{\"reference\":\"TRX-1\",\"amount\":5000000,\"pax\":2}");
    assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);
    Contract.holds(Method.POST, paid);
    assertThat(((RecordPayment) last(RecordPayment.class).order()).leadId()).isEqualTo(lead(PAID));
    assertThat(post("/api/marketing/leads/x/payments", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void leadsAreListedWithTheirMoneyPageByPage() {
    JsonNode paid = leads("?status=PAID");
    assertThat(paid.get("leads")).hasSize(1);
    JsonNode one = paid.at("/leads/0");
    assertThat(one.get("paid").asLong()).isEqualTo(25_000_000);
    assertThat(one.get("refunded").asLong()).isEqualTo(1_000_000);
    assertThat(one.get("pax").asInt()).isEqualTo(2);
    assertThat(one.get("phase").asText()).isEqualTo("BOOKING");
    assertThat(one.get("ai_confidence").asDouble()).isEqualTo(0.75);
    assertThat(leads("?status=lost").at("/leads/0/reason").asText()).isEqualTo("terlalu mahal");
    assertThat(leads("?phone=0811000002").get("leads")).hasSize(1);
    JsonNode first = leads("?limit=1");
    assertThat(first.get("leads")).hasSize(1);
    JsonNode second = leads("?limit=1&cursor=" + first.get("next_cursor").asText());
    assertThat(second.at("/leads/0/id").asText()).isNotEqualTo(first.at("/leads/0/id").asText());
    assertThat(second.get("next_cursor").isNull()).isTrue();
    assertThat(api.get("/api/marketing/leads?status=RICH", SALES).statusCode()).isEqualTo(400);
  }

  @Test
  void leadsCanBeTakenAwayAsASpreadsheetWithoutFormulas() {
    HttpResponse<String> csv =
        api.send(
            "GET",
            "/api/marketing/leads",
            null,
            Map.of("Authorization", "Bearer " + SALES, "Accept", "text/csv"));
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    List<String> lines = csv.body().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).startsWith("id,status,phone,name,");
    assertThat(csv.body()).contains(",'=cmd(),").contains(",\"Budi, SE\",");
  }

  private static JsonNode leads(String query) {
    HttpResponse<String> response = api.get("/api/marketing/leads" + query, SALES);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Contract.holds(Method.GET, response);
    return TestApi.json(response);
  }
}
