package io.rihla.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.launcher.local.Refusal;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Plays a season: everything comes in by the doors it comes in by in life, and every webhook twice.
 */
public final class Play {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE = 500;
  private static final long TELL = 5_000;

  private final PlayedSeason season;
  private final RunDoors doors;
  private final LocalDate today;
  private final Consumer<String> progress;

  public Play(PlayedSeason season, RunDoors doors, LocalDate today, Consumer<String> progress) {
    this.season = season;
    this.doors = doors;
    this.today = today;
    this.progress = progress;
  }

  /** The value is how many customers nobody answered in time. */
  public int run() throws IOException, InterruptedException {
    advertise();
    doors.whatsApp("/faults", Map.of("webhooks", Map.of("duplicate", true)));
    int silent;
    try {
      write();
      silent = answered();
    } finally {
      doors.whatsApp("/faults", Map.of());
    }
    pay();
    return silent;
  }

  private void advertise() throws IOException, InterruptedException {
    List<Map<String, Object>> report = new ArrayList<>();
    for (PlayedSeason.Advertised one : season.campaigns) {
      doors.deskMust(
          "PUT",
          "/api/campaigns/" + one.code(),
          Map.of(
              "package_code",
              one.packageCode(),
              "name",
              one.name(),
              "source",
              one.ad() == null ? "tiktok" : "meta",
              "ad_ids",
              one.ad() == null ? List.of() : List.of(one.ad())));
      if (one.ad() != null) {
        report.add(
            Map.of(
                "account_id", "900000000001",
                "ad_id", one.ad(),
                "day", today.toString(),
                "spend", Long.toString(one.spend()),
                "currency", "IDR",
                "link_clicks", one.clicks()));
      }
    }
    doors.deskMust("POST", "/api/marketing/ad-spend", report);
    for (PlayedSeason.Advertised one : season.campaigns) {
      for (long click = one.ad() == null ? one.clicks() : 0; click > 0; click--) {
        doors.click(one.code());
      }
    }
  }

  private void write() throws IOException, InterruptedException {
    for (PlayedSeason.Person person : season.people) {
      doors.whatsApp("/customers", Map.of("phone", person.phone(), "name", person.name()));
    }
    long begin = System.nanoTime();
    long told = 0;
    int written = 0;
    for (PlayedSeason.Line line : season.lines) {
      long elapsed = (System.nanoTime() - begin) / 1_000_000;
      if (line.after() > elapsed) {
        Thread.sleep(line.after() - elapsed);
      }
      Map<String, Object> message = new HashMap<>();
      message.put("customer", line.person().phone());
      message.put("kind", "text");
      message.put("text", line.text());
      if (line.ad() != null) {
        message.put("ad", Map.of("source_id", line.ad()));
      }
      doors.whatsApp("/messages", message);
      written++;
      if (elapsed - told >= TELL) {
        told = elapsed;
        progress.accept("%d of %d messages are written".formatted(written, season.lines.size()));
      }
    }
    progress.accept("all %d messages are written".formatted(written));
  }

  private int answered() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<PlayedSeason.Person> waiting = new ArrayList<>(season.people);
    while (!waiting.isEmpty() && System.nanoTime() < deadline) {
      for (PlayedSeason.Person person : List.copyOf(waiting)) {
        JsonNode thread =
            doors.whatsApp(
                "/chats/" + URLEncoder.encode(person.phone(), StandardCharsets.UTF_8), null);
        if (thread.path("messages").findValuesAsText("from_me").contains("true")) {
          waiting.remove(person);
        }
      }
      if (!waiting.isEmpty()) {
        Thread.sleep(PAUSE);
      }
    }
    progress.accept(
        "%d of %d customers are answered"
            .formatted(season.people.size() - waiting.size(), season.people.size()));
    return waiting.size();
  }

  private void pay() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (PlayedSeason.Person person : season.people) {
      if (person.pays() == 0) {
        continue;
      }
      Map<String, Object> payment =
          Map.of(
              "reference",
              "TRX-" + season.name + "-" + person.phone(),
              "amount",
              person.pays(),
              "currency",
              "IDR",
              "pax",
              1);
      String path = "/api/marketing/leads/" + person.lead() + "/payments";
      // a lead can be named as soon as its journey has arrived in ClickHouse
      int status = doors.desk("POST", path, payment);
      while (status == 404 && System.nanoTime() < deadline) {
        Thread.sleep(PAUSE);
        status = doors.desk("POST", path, payment);
      }
      if (status / 100 != 2) {
        throw new Refusal("%s was answered %d".formatted(path, status));
      }
    }
  }
}
