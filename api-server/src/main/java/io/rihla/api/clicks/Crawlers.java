package io.rihla.api.clicks;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Tells programs from people: by the marks in {@code clicks/crawlers.txt}, by looking without
 * coming (HEAD), and by saying that a page is only fetched ahead.
 */
final class Crawlers {
  private static final List<HeaderName> AHEAD =
      List.of(
          HeaderNames.create("Purpose"),
          HeaderNames.create("Sec-Purpose"),
          HeaderNames.create("X-Purpose"),
          HeaderNames.create("X-Moz"));

  private final List<String> marks = read();

  boolean sent(ServerRequest request) {
    return request.prologue().method().equals(Method.HEAD)
        || isAhead(request)
        || isProgram(request.headers().first(HeaderNames.USER_AGENT).orElse(""));
  }

  /** Whether a User-Agent is a program's; every browser has one. */
  boolean isProgram(String userAgent) {
    String agent = userAgent.toLowerCase(Locale.ROOT);
    return agent.isBlank() || marks.stream().anyMatch(agent::contains);
  }

  private static boolean isAhead(ServerRequest request) {
    return AHEAD.stream()
        .flatMap(name -> request.headers().first(name).stream())
        .map(value -> value.toLowerCase(Locale.ROOT))
        .anyMatch(value -> value.contains("prefetch") || value.contains("preview"));
  }

  private static List<String> read() {
    try (InputStream in = Crawlers.class.getResourceAsStream("/clicks/crawlers.txt")) {
      if (in == null) {
        throw new IllegalStateException("/clicks/crawlers.txt is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.toLowerCase(Locale.ROOT))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
