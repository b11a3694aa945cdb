package io.rihla.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/**
 * What sales people do in a played season, through the api. Money is written down twice, as by
 * somebody who is not sure whether it was.
 */
record SalesPeople(PlayedSeason season, RunDoors doors) {
  private static final String NAME = "demo";

  void help() throws IOException, InterruptedException {
    for (PlayedSeason.Person person : season.people) {
      if (person.wantsHuman()) {
        String conversation = "/api/conversations/" + person.conversation();
        doors.desk(
            "POST",
            "/api/conversations/handover",
            Map.of("conversation_id", person.conversation(), "assigned_to", NAME));
        doors.desk("POST", conversation + "/reply", Map.of("text", "Saya bantu ya Kak."));
        doors.desk("POST", conversation + "/resolve", Map.of());
      }
    }
  }

  void bookPayments() throws IOException, InterruptedException {
    for (PlayedSeason.Person person : season.people) {
      if (person.pays() > 0) {
        JsonNode lead =
            doors.desk(
                "POST",
                "/api/marketing/leads",
                Map.of("phone", person.phone(), "name", person.name(), "phase", "BOOKING"));
        String address = "/api/marketing/leads/" + lead.path("lead_id").asText();
        money(address + "/payments", "TRX-" + season.name + "-" + person.phone(), person.pays());
        if (person.refunded() > 0) {
          money(
              address + "/refunds", "RET-" + season.name + "-" + person.phone(), person.refunded());
        }
      }
    }
  }

  private void money(String address, String reference, long amount)
      throws IOException, InterruptedException {
    Map<String, Object> form =
        address.endsWith("/payments")
            ? Map.of("reference", reference, "amount", amount, "currency", "IDR", "pax", 1)
            : Map.of("reference", reference, "amount", amount, "currency", "IDR");
    for (int time = 0; time < 2; time++) {
      doors.desk("POST", address, form);
    }
  }
}
