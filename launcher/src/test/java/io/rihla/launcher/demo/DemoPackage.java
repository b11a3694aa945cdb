package io.rihla.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One package of the demo catalog as the drawings need it. */
record DemoPackage(JsonNode json) {
  private static final Locale INDONESIA = Locale.of("id", "ID");

  static List<DemoPackage> all() throws IOException {
    try (InputStream in = DemoPackage.class.getResourceAsStream("/demo/catalog.json")) {
      List<DemoPackage> packages = new ArrayList<>();
      new ObjectMapper().readTree(in).forEach(node -> packages.add(new DemoPackage(node)));
      return packages;
    }
  }

  String code() {
    return json.get("code").asText();
  }

  String name() {
    return json.get("name").asText();
  }

  String city() {
    return json.get("departure_city").asText();
  }

  int days() {
    return json.get("duration_days").asInt();
  }

  String airline() {
    return json.get("airline").asText();
  }

  LocalDate departure() {
    return LocalDate.parse(json.get("departure_date").asText());
  }

  String departureText() {
    return departure().format(DateTimeFormatter.ofPattern("d MMMM yyyy", INDONESIA));
  }

  String price() {
    return rupiah(json.get("price").asLong());
  }

  static String rupiah(long amount) {
    return "Rp " + NumberFormat.getIntegerInstance(INDONESIA).format(amount);
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    json.get(field).forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
