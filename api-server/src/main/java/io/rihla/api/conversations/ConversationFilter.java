package io.rihla.api.conversations;

import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ListParameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which conversations a list shows, and from where on. */
record ConversationFilter(
    Optional<String> phase,
    Optional<String> campaign,
    Optional<String> ball,
    Optional<String> phoneDigits,
    Optional<Cursor> after,
    int limit) {
  private static final Set<String> PHASES = Set.of("LEADS", "INTEREST", "BOOKING");
  private static final Set<String> BALLS = Set.of("BOT", "WAITING", "ASSIGNED");
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST = 200;

  /** The last row of the page before. */
  record Cursor(long lastMessageMillis, String customerKey) {
    private static final Pattern SYNTAX = Pattern.compile("\\d{1,16}:c_[0-9a-f]{24}");

    String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((lastMessageMillis + ":" + customerKey).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
      try {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        if (SYNTAX.matcher(plain).matches()) {
          int colon = plain.indexOf(':');
          return new Cursor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
        }
      } catch (IllegalArgumentException e) {
        // told below
      }
      throw ProblemException.badField("cursor", "is not the next_cursor of an earlier page");
    }
  }

  static ConversationFilter of(Function<String, Optional<String>> parameter) {
    return new ConversationFilter(
        parameter.apply("phase").map(text -> ListParameters.oneOf("phase", text, PHASES)),
        parameter.apply("campaign").map(text -> text.toUpperCase(Locale.ROOT)),
        parameter.apply("ball").map(text -> ListParameters.oneOf("ball", text, BALLS)),
        parameter.apply("phone").map(ListParameters::phoneDigits),
        parameter.apply("cursor").map(Cursor::parse),
        parameter
            .apply("limit")
            .map(text -> ListParameters.limit(text, MOST))
            .orElse(STANDARD_LIMIT));
  }

  /** The conditions in SQL, and the values of their question marks. */
  Conditions conditions() {
    List<String> sql = new ArrayList<>(List.of("1 = 1"));
    List<Object> values = new ArrayList<>();
    phase.ifPresent(value -> add(sql, values, "phase = ?", value));
    campaign.ifPresent(value -> add(sql, values, "campaign_code = ?", value));
    ball.ifPresent(value -> add(sql, values, "ball = ?", value));
    phoneDigits.ifPresent(value -> add(sql, values, "position(phone, ?) > 0", value));
    after.ifPresent(
        cursor -> {
          add(
              sql,
              values,
              "(toUnixTimestamp64Milli(last_message_at), customer_key) < (?, ?)",
              cursor.lastMessageMillis());
          values.add(cursor.customerKey());
        });
    return new Conditions(String.join(" AND ", sql), values);
  }

  record Conditions(String sql, List<Object> values) {}

  private static void add(List<String> sql, List<Object> values, String condition, Object value) {
    sql.add(condition);
    values.add(value);
  }
}
