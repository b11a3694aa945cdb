package io.rihla.launcher.local;

import java.util.Map;
import java.util.Optional;

/**
 * Where everything of a local run is. What the environment names is outside and not started; the
 * rest listens on loopback, on ports that stay the same over restarts.
 */
public record Endpoints(
    Optional<String> outsideKafka,
    Optional<String> outsideClickHouse,
    Optional<String> outsideWaha,
    Map<String, String> environment,
    int apiPort,
    Ports ports) {
  private static final int DEFAULT_API_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  public static Endpoints of(Map<String, String> environment, Ports ports) {
    return new Endpoints(
        given(environment, "KAFKA_BOOTSTRAP_SERVERS"),
        given(environment, "CLICKHOUSE_URL").map(Endpoints::withoutSlash),
        given(environment, "WAHA_BASE_URL").map(Endpoints::withoutSlash),
        environment,
        apiPort(environment, ports),
        ports);
  }

  private static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static int apiPort(Map<String, String> environment, Ports ports) {
    Optional<String> given = given(environment, "RIHLA_PORT");
    if (given.isEmpty()) {
      int remembered = ports.remembered("api");
      return remembered == 0 ? DEFAULT_API_PORT : remembered;
    }
    try {
      int port = Integer.parseInt(given.get());
      if (port > 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Refusal(
        "RIHLA_PORT is '%s': use a whole number from 1 to 65535.".formatted(given.get()));
  }

  public String kafka() {
    return outsideKafka.orElseGet(() -> "127.0.0.1:" + ports.remembered("kafka"));
  }

  public String clickhouse() {
    return outsideClickHouse.orElseGet(() -> loopback("clickhouse"));
  }

  public String waha() {
    return outsideWaha.orElseGet(() -> loopback("waha"));
  }

  public String functions() {
    return loopback("functions");
  }

  public String statefunRest() {
    return loopback("statefun-rest");
  }

  public String jobsRest() {
    return loopback("jobs-rest");
  }

  public String api() {
    return "http://127.0.0.1:" + apiPort;
  }

  public String clickhouseUser() {
    return outsideClickHouse.isPresent()
        ? given(environment, "CLICKHOUSE_USER").orElse("default")
        : "rihla";
  }

  public String clickhousePassword(Secrets secrets) {
    return outsideClickHouse.isPresent()
        ? given(environment, "CLICKHOUSE_PASSWORD").orElse("")
        : secrets.get("CLICKHOUSE_PASSWORD");
  }

  private String loopback(String name) {
    return "http://127.0.0.1:" + ports.remembered(name);
  }
}
