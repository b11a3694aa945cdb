package io.rihla.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.schemas.identity.CampaignCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DemoCatalogTest {
  private static final Path STATIC = Path.of("../api-server/src/main/resources");
  private static final Set<String> SERVER_SIDE =
      Set.of("version", "updated_at", "updated_by", "cause", "seats_as_of");

  @Test
  void everyPackageHasEveryFieldOfTheContract() throws IOException {
    Set<String> fields = fieldsOfTheContract();
    for (DemoPackage offer : DemoPackage.all()) {
      Set<String> names = new TreeSet<>();
      offer.json().fieldNames().forEachRemaining(names::add);
      assertThat(names).as(offer.code()).isEqualTo(fields);
      offer.json().forEach(value -> assertThat(value.isNull()).as(offer.code()).isFalse());
      for (String list : List.of("hotels", "inclusions", "exclusions", "features")) {
        assertThat(offer.json().get(list)).as(offer.code() + " " + list).isNotEmpty();
      }
      assertThat(offer.json().get("itinerary")).as(offer.code()).hasSize(offer.days());
    }
  }

  @Test
  void codesNameTheMonthOfDeparture() throws IOException {
    for (DemoPackage offer : DemoPackage.all()) {
      CampaignCode code = CampaignCode.parse(offer.code()).orElseThrow();
      assertThat(code.month()).as(offer.code()).contains(offer.departure().getMonthValue());
      assertThat(offer.code()).contains("_" + offer.departure().getYear() + "_");
    }
  }

  @Test
  void everyFileIsServedByTheApi() throws IOException {
    for (DemoPackage offer : DemoPackage.all()) {
      for (String field : List.of("image_url", "brochure_url", "itinerary_url", "video_url")) {
        String path = offer.json().get(field).asText();
        assertThat(path).startsWith("/media/packages/" + offer.code() + "/");
        assertThat(STATIC.resolve(path.substring(1))).as(path).isNotEmptyFile();
      }
    }
  }

  @Test
  void theMediaStaySmall() throws IOException {
    try (var files = Files.walk(STATIC.resolve("media"))) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isLessThan(6L << 20);
    }
  }

  @Test
  void thereIsOneOfEveryKindOfOffer() throws IOException {
    List<JsonNode> offers = DemoPackage.all().stream().map(DemoPackage::json).toList();
    assertThat(offers).hasSizeGreaterThanOrEqualTo(9);
    JsonNode cheap =
        offers.stream()
            .filter(offer -> offer.get("code").asText().equals("UMR_MAR_2027_HEMAT"))
            .findFirst()
            .orElseThrow();
    assertThat(cheap.get("price").asLong()).isEqualTo(25_000_000);
    assertThat(cheap.get("departure_date").asText()).isEqualTo("2027-03-15");
    assertThat(cheap.get("duration_days").asInt()).isEqualTo(9);
    assertThat(offers).anyMatch(offer -> offer.get("status").asText().equals("FULL"));
    assertThat(offers)
        .anyMatch(offer -> offer.get("departure_date").asText().startsWith("2026-10"));
    assertThat(offers)
        .extracting(offer -> offer.get("departure_city").asText())
        .contains("Jakarta", "Surabaya", "Medan");
  }

  private static Set<String> fieldsOfTheContract() throws IOException {
    Set<String> fields = new TreeSet<>();
    try (InputStream in = DemoCatalogTest.class.getResourceAsStream("/avro/catalog.avsc")) {
      for (JsonNode type : new ObjectMapper().readTree(in)) {
        if (type.get("name").asText().equals("TravelPackage")) {
          type.get("fields").forEach(field -> fields.add(field.get("name").asText()));
        }
      }
    }
    fields.removeAll(SERVER_SIDE);
    assertThat(fields).contains("code", "payment_terms");
    return fields;
  }
}
