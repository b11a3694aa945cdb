package io.rihla.api.conversations;

import io.rihla.api.store.ListParameters;
import io.rihla.api.store.PageCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which conversations a list shows, and from where on. */
record ConversationFilter(
    Optional<String> phase,
    Optional<String> campaign,
    Optional<String> ball,
    Optional<String> phoneDigits,
    Optional<PageCursor> after,
    int limit) {
  private static final Set<String> PHASES = Set.of("LEADS", "INTEREST", "BOOKING");
  private static final Set<String> BALLS = Set.of("BOT", "WAITING", "ASSIGNED");
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST = 200;

  static ConversationFilter of(Function<String, Optional<String>> parameter) {
    return new ConversationFilter(
        parameter.apply("phase").map(text -> ListParameters.oneOf("phase", text, PHASES)),
        parameter.apply("campaign").map(text -> text.toUpperCase(Locale.ROOT)),
        parameter.apply("ball").map(text -> ListParameters.oneOf("ball", text, BALLS)),
        parameter.apply("phone").map(ListParameters::phoneDigits),
        parameter.apply("cursor").map(PageCursor::parse),
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
              cursor.millis());
          values.add(cursor.key());
        });
    return new Conditions(String.join(" AND ", sql), values);
  }

  record Conditions(String sql, List<Object> values) {}

  private static void add(List<String> sql, List<Object> values, String condition, Object value) {
    sql.add(condition);
    values.add(value);
  }
}
