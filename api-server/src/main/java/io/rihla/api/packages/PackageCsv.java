package io.rihla.api.packages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Packages as a spreadsheet writes them: a header line, one package per line, lists parted by
 * {@code ;}. A hotel is {@code city|name|stars|distance_meters|nights}, a day of the itinerary
 * {@code title|detail}; {@code payment_*} and {@code map_*} are columns of their own.
 */
final class PackageCsv {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> NUMBERS =
      Set.of("price", "duration_days", "quota", "seats_left", "seats_as_of", "version");
  private static final Set<String> LISTS = Set.of("inclusions", "exclusions", "features");
  private static final List<String> HOTEL =
      List.of("city", "name", "stars", "distance_meters", "nights");

  private PackageCsv() {}

  /** The lines as the JSON form writes them. */
  static List<JsonNode> read(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<JsonNode> packages = new ArrayList<>();
    try (MappingIterator<Map<String, String>> lines =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(plain)) {
      while (lines.hasNext()) {
        packages.add(json(lines.next()));
      }
    } catch (JsonProcessingException e) {
      throw new ProblemException(
          Problem.badRequest("the body is not CSV: " + e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new ProblemException(Problem.badRequest("the body is not CSV"), e);
    }
    return packages;
  }

  private static ObjectNode json(Map<String, String> line) {
    ObjectNode json = JSON.objectNode();
    line.forEach(
        (column, cell) -> {
          if (!cell.isBlank()) {
            set(json, column.strip(), cell.strip());
          }
        });
    return json;
  }

  private static void set(ObjectNode json, String column, String cell) {
    switch (column) {
      case "hotels" -> json.set("hotels", hotels(cell));
      case "itinerary" -> json.set("itinerary", days(cell));
      case "payment_down", "down_payment" ->
          json.withObjectProperty("payment_terms").set("down_payment", scalar(cell));
      case "payment_settle_days", "settle_days_before_departure" ->
          json.withObjectProperty("payment_terms")
              .set("settle_days_before_departure", scalar(cell));
      case "payment_note" -> json.withObjectProperty("payment_terms").put("note", cell);
      case "map_latitude" -> json.withObjectProperty("map_position").set("latitude", scalar(cell));
      case "map_longitude" ->
          json.withObjectProperty("map_position").set("longitude", scalar(cell));
      case "map_title" -> json.withObjectProperty("map_position").put("title", cell);
      default -> {
        if (LISTS.contains(column)) {
          json.set(column, texts(cell));
        } else {
          json.set(column, NUMBERS.contains(column) ? scalar(cell) : JSON.textNode(cell));
        }
      }
    }
  }

  private static ArrayNode texts(String cell) {
    ArrayNode list = JSON.arrayNode();
    parts(cell, ";").forEach(list::add);
    return list;
  }

  private static ArrayNode hotels(String cell) {
    ArrayNode list = JSON.arrayNode();
    for (String hotel : parts(cell, ";")) {
      List<String> values = parts(hotel, "\\|");
      ObjectNode json = list.addObject();
      for (int i = 0; i < Math.min(values.size(), HOTEL.size()); i++) {
        json.set(HOTEL.get(i), i < 2 ? JSON.textNode(values.get(i)) : scalar(values.get(i)));
      }
    }
    return list;
  }

  private static ArrayNode days(String cell) {
    ArrayNode list = JSON.arrayNode();
    for (String day : parts(cell, ";")) {
      List<String> values = parts(day, "\\|");
      ObjectNode json = list.addObject().put("day", list.size());
      json.put("title", values.getFirst());
      json.put("detail", values.size() > 1 ? values.get(1) : "");
    }
    return list;
  }

  private static List<String> parts(String cell, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : cell.split(separator, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts.isEmpty() ? List.of("") : parts;
  }

  /** A number if it is one; else the text, which the form then refuses by name. */
  private static JsonNode scalar(String cell) {
    try {
      return JSON.numberNode(Long.parseLong(cell));
    } catch (NumberFormatException e) {
      try {
        return JSON.numberNode(Double.parseDouble(cell));
      } catch (NumberFormatException notEither) {
        return JSON.textNode(cell);
      }
    }
  }
}
