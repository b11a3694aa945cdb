package io.rihla.api.settings;

import io.rihla.schemas.desk.DeskSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings as the door shows them. */
record SettingsAnswer(
    boolean botOn,
    List<Live> live,
    List<String> ignored,
    int claimMinutes,
    int silenceMinutes,
    boolean reassign,
    boolean rating,
    List<String> notifyNumbers,
    @Nullable String notifySession,
    int version,
    @Nullable String updatedAt,
    @Nullable String updatedBy) {

  /** Since when the bot answers in a session. */
  record Live(String session, String at) {}

  static SettingsAnswer of(DeskSettings settings) {
    boolean put = settings.version() > 0;
    return new SettingsAnswer(
        settings.botOn(),
        settings.live().stream().map(live -> new Live(live.session(), time(live.at()))).toList(),
        settings.ignored(),
        settings.claimMinutes(),
        settings.silenceMinutes(),
        settings.reassign(),
        settings.rating(),
        settings.notifyNumbers(),
        settings.notifySession(),
        settings.version(),
        put ? time(settings.updatedAt()) : null,
        put ? settings.updatedBy() : null);
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
