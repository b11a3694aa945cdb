package io.rihla.api.settings;

import io.rihla.api.problem.FieldReader;
import io.rihla.api.reading.Phones;
import io.rihla.schemas.desk.DeskSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads settings over those that hold: what is left out stays as it is. */
final class SettingsForm {
  private static final int DAY_MINUTES = 24 * 60;
  private static final int MOST_NUMBERS = 1_000;
  private static final int MOST_NOTIFIED = 20;
  private static final int LONGEST_SESSION = 100;

  private SettingsForm() {}

  static DeskSettings read(FieldReader in, DeskSettings current) {
    String session =
        in.has("notify_session")
            ? in.optionalText("notify_session", LONGEST_SESSION)
            : current.notifySession();
    DeskSettings wanted =
        current
            .withBotOn(in.flag("bot_on", current.botOn()))
            .withIgnored(numbers(in, "ignored", current.ignored(), MOST_NUMBERS))
            .withClaimMinutes(minutes(in, "claim_minutes", current.claimMinutes()))
            .withSilenceMinutes(minutes(in, "silence_minutes", current.silenceMinutes()))
            .withReassign(in.flag("reassign", current.reassign()))
            .withRating(in.flag("rating", current.rating()))
            .withNotifyNumbers(
                numbers(in, "notify_numbers", current.notifyNumbers(), MOST_NOTIFIED))
            .withNotifySession(session)
            .withVersion((int) in.number("version", 0, Integer.MAX_VALUE, current.version()));
    in.check();
    return wanted;
  }

  private static int minutes(FieldReader in, String name, int current) {
    return (int) in.number(name, 0, 7 * DAY_MINUTES, current);
  }

  private static List<String> numbers(FieldReader in, String name, List<String> current, int most) {
    if (!in.has(name)) {
      return current;
    }
    List<String> written = in.texts(name);
    if (written.size() > most) {
      return in.fault(name, "must have at most %d numbers".formatted(most), current);
    }
    Set<String> numbers = new LinkedHashSet<>();
    for (int i = 0; i < written.size(); i++) {
      String place = "%s[%d]".formatted(name, i);
      numbers.add(
          Phones.parse(written.get(i))
              .orElseGet(
                  () -> in.fault(place, "is no phone number: write it like +6281234567890", "")));
    }
    return List.copyOf(numbers);
  }
}
