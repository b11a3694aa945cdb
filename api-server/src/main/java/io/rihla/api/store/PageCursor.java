package io.rihla.api.store;

import io.rihla.api.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last row of the page before: its time, and its key where times are the same. */
public record PageCursor(long millis, String key) {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,16}):([a-z]+_[0-9a-f-]{1,40})");

  /** As it stands in {@code next_cursor}. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((millis + ":" + key).getBytes(StandardCharsets.UTF_8));
  }

  public static PageCursor parse(String text) {
    try {
      Matcher plain =
          SYNTAX.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
      if (plain.matches()) {
        return new PageCursor(Long.parseLong(plain.group(1)), plain.group(2));
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw ProblemException.badField("cursor", "is not the next_cursor of an earlier page");
  }
}
