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
 * Plays a season: everything comes in by the doors it comes in by in life, every webhook twice, and
 * some messages only when WhatsApp works again.
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
      for (PlayedSeason.Person person : season.people) {
        doors.whatsApp("/customers", Map.of("phone", person.phone(), "name", person.name()));
      }
      write(season.lines);
      heard(season.lines);
      silent = answered();
      SalesPeople sales = new SalesPeople(season, doors);
      sales.help();
      sales.bookPayments();
      progress.accept("sales people have helped and written down what was paid");
      write(season.returns);
    } finally {
      work(true);
      doors.whatsApp("/faults", Map.of());
    }
    List<PlayedSeason.Line> all = new ArrayList<>(season.lines);
    all.addAll(season.returns);
    heard(all);
    return silent;
  }

  private void advertise() throws IOException, InterruptedException {
    List<Map<String, Object>> report = new ArrayList<>();
    for (PlayedSeason.Advertised one : season.campaigns) {
      doors.desk(
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
    for (int time = 0; time < 2; time++) {
      doors.desk("POST", "/api/marketing/ad-spend", report);
    }
    for (PlayedSeason.Advertised one : season.campaigns) {
      for (long click = one.ad() == null ? one.clicks() : 0; click > 0; click--) {
        doors.click(one.code());
      }
    }
  }

  private void write(List<PlayedSeason.Line> lines) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long told = 0;
    int written = 0;
    boolean working = true;
    for (PlayedSeason.Line line : lines) {
      long elapsed = (System.nanoTime() - begin) / 1_000_000;
      if (line.after() > elapsed) {
        Thread.sleep(line.after() - elapsed);
      }
      boolean away = season.isAway(line.after());
      if (working == away) {
        working = !away;
        work(working);
      }
      Map<String, Object> message = new HashMap<>();
      message.put("customer", line.person().phone());
      message.put("kind", "text");
      message.put("text", line.text());
      message.put("withhold_webhook", away);
      if (line.ad() != null) {
        message.put("ad", Map.of("source_id", line.ad()));
      }
      doors.whatsApp("/messages", message);
      written++;
      if (elapsed - told >= TELL) {
        told = elapsed;
        progress.accept("%d of %d messages are written".formatted(written, lines.size()));
      }
    }
    if (!working) {
      work(true);
    }
    progress.accept("%d messages are written".formatted(written));
  }

  /** A session that works again is what makes the api ask for what it missed. */
  private void work(boolean working) throws IOException, InterruptedException {
    doors.whatsApp("/session", Map.of("status", working ? "WORKING" : "FAILED"));
  }

  /** Waits until the desk shows every message of these. */
  private void heard(List<PlayedSeason.Line> lines) throws IOException, InterruptedException {
    Map<String, Integer> waiting = new HashMap<>();
    lines.forEach(line -> waiting.merge(line.person().conversation(), 1, Integer::sum));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!waiting.isEmpty()) {
      for (String conversation : List.copyOf(waiting.keySet())) {
        int shown = 0;
        for (JsonNode message : doors.thread(conversation)) {
          shown += message.path("direction").asText().equals("in") ? 1 : 0;
        }
        if (shown >= waiting.getOrDefault(conversation, 0)) {
          waiting.remove(conversation);
        }
      }
      if (!waiting.isEmpty() && System.nanoTime() > deadline) {
        throw new Refusal(
            "Messages of %d customers are not in their conversations after %d s: see ./rihla verify."
                .formatted(waiting.size(), PATIENCE.toSeconds()));
      }
      Thread.sleep(waiting.isEmpty() ? 0 : PAUSE);
    }
    progress.accept("all messages are in their conversations");
  }

  /** Who asked to be left alone may be so before anything was said. */
  private int answered() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<PlayedSeason.Person> waiting = new ArrayList<>(season.people);
    waiting.removeIf(PlayedSeason.Person::stops);
    int all = waiting.size();
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
    progress.accept("%d of %d customers are answered".formatted(all - waiting.size(), all));
    return waiting.size();
  }
}
