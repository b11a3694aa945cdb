package io.rihla.launcher.clickhouse;

import io.rihla.schemas.config.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long ClickHouse keeps rows; 0 is for ever. Where each conversation stands (the desk, leads)
 * is kept whatever becomes of its history.
 *
 * @param events days of messages, answers and questions: what was said
 * @param figures days of journeys, drop-offs, answers, episodes, clicks and spend: what was counted
 */
public record Retention(int events, int figures) {
  public static final Retention FOR_EVER = new Retention(0, 0);

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int MOST = 36_500;

  /** Late events correct what was counted, and journeys go on for weeks. */
  private static final int LEAST = 60;

  /** Only what was said goes: leads, payments, consent and merges are read from the others. */
  private static final String SAID =
      " WHERE event_type IN ('MessageReceived', 'MessageSent', 'MediaSent', 'MessageStatus', 'ThoughtRequested', 'AiAnswered', 'ReplyPlanned')";

  private static final Map<String, String> EVENTS =
      Map.of(
          "events", "toDateTime(event_time)",
          "messages", "toDateTime(sent_at)",
          "question_members", "toDateTime(asked_at)",
          "figure_questions", "toDateTime(asked_at)");
  private static final Map<String, String> FIGURES =
      Map.ofEntries(
          Map.entry("journeys", "toDateTime(opened_at)"),
          Map.entry("figure_journeys", "cohort_day"),
          Map.entry("drop_offs", "toDateTime(dropped_at)"),
          Map.entry("ai_answers", "toDateTime(answered_at)"),
          Map.entry("figure_answers", "toDateTime(answered_at)"),
          Map.entry("episodes", "toDateTime(started_at)"),
          Map.entry("figure_episodes", "toDateTime(started_at)"),
          Map.entry("clicks", "toDateTime(clicked_at)"),
          Map.entry("figure_clicks", "day"),
          Map.entry("ad_insights", "day"));

  private static final Map<String, String> IN_DATABASE =
      Map.of("database", ClickHouseTables.DATABASE);

  public static Retention read(Settings settings) {
    return new Retention(
        days(settings, "RIHLA_KEEP_EVENTS_DAYS"), days(settings, "RIHLA_KEEP_FIGURES_DAYS"));
  }

  private static int days(Settings settings, String name) {
    int days = settings.number(name, 0, 0, MOST);
    return days == 0 || days >= LEAST
        ? days
        : settings.fault(
            name,
            "is %d: journeys go on for weeks, use at least %d, or 0 to keep all"
                .formatted(days, LEAST),
            0);
  }

  /** Changes the tables that keep their rows for another time, and names them. */
  public List<String> apply(ClickHouseClient client) throws IOException, InterruptedException {
    Map<String, String> definitions = definitions(client);
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> wanted : wanted().entrySet()) {
      String definition = definitions.getOrDefault(wanted.getKey(), "");
      String limit = wanted.getValue();
      boolean has = definition.contains(" TTL ");
      if (limit.isEmpty() ? has : !definition.contains(" TTL " + limit + " ")) {
        client.run(
            "ALTER TABLE %s %s"
                .formatted(wanted.getKey(), limit.isEmpty() ? "REMOVE TTL" : "MODIFY TTL " + limit),
            IN_DATABASE);
        LOG.info("{} keeps rows {}", wanted.getKey(), limit.isEmpty() ? "for ever" : limit);
        changed.add(wanted.getKey());
      }
    }
    return changed;
  }

  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    EVENTS.forEach((table, time) -> wanted.put(table, limit(time, events)));
    wanted.computeIfPresent("events", (table, limit) -> limit.isEmpty() ? limit : limit + SAID);
    FIGURES.forEach((table, time) -> wanted.put(table, limit(time, figures)));
    return wanted;
  }

  private static String limit(String time, int days) {
    return days == 0 ? "" : "%s + toIntervalDay(%d)".formatted(time, days);
  }

  private static Map<String, String> definitions(ClickHouseClient client)
      throws IOException, InterruptedException {
    Map<String, String> definitions = new HashMap<>();
    client
        .run(
            "SELECT name, engine_full FROM system.tables WHERE database = currentDatabase() FORMAT TSVRaw",
            IN_DATABASE)
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              definitions.put(line.substring(0, tab), line.substring(tab + 1) + " ");
            });
    return definitions;
  }
}
