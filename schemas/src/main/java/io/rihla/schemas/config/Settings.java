package io.rihla.schemas.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a process's configuration out of environment variables. Faults are collected and thrown
 * together by {@link #check}, so that a person corrects them in one go.
 */
public final class Settings {
  private final Map<String, String> environment;
  private final Set<String> names = new TreeSet<>();
  private final Map<String, String> faults = new LinkedHashMap<>();

  public Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Every variable that was asked for. */
  public Set<String> names() {
    return names;
  }

  /** The variable, or empty when it is unset or blank. */
  public Optional<String> optional(String name) {
    names.add(name);
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  public String text(String name, String standard) {
    return optional(name).orElse(standard);
  }

  public String required(String name, String remedy) {
    return optional(name).orElseGet(() -> fault(name, "is not set: " + remedy, ""));
  }

  /** A secret of at least {@code bytes} bytes of UTF-8. */
  public String secret(String name, int bytes, String remedy) {
    String value = required(name, remedy);
    if (!value.isEmpty() && value.getBytes(StandardCharsets.UTF_8).length < bytes) {
      return fault(name, "is too short: use at least " + bytes + " characters", value);
    }
    return value;
  }

  public int number(String name, int standard, int least, int most) {
    Optional<String> value = optional(name);
    if (value.isEmpty()) {
      return standard;
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    return fault(
        name,
        "is '%s': use a whole number from %d to %d".formatted(value.get(), least, most),
        standard);
  }

  public int port(String name, int standard) {
    return number(name, standard, 0, 65_535);
  }

  public Duration millis(String name, Duration standard) {
    return Duration.ofMillis(
        number(name, Math.toIntExact(standard.toMillis()), 0, Integer.MAX_VALUE));
  }

  public boolean flag(String name, boolean standard) {
    return switch (text(name, Boolean.toString(standard))) {
      case "true" -> true;
      case "false" -> false;
      default -> fault(name, "is neither true nor false", standard);
    };
  }

  public <E extends Enum<E>> E choice(String name, Class<E> type, E standard) {
    String value = text(name, standard.name());
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(constant.name().toLowerCase(java.util.Locale.ROOT));
    }
    return fault(name, "is '%s': use %s".formatted(value, String.join(" or ", words)), standard);
  }

  /** An http or https address without a slash at its end. */
  public URI url(String name, String standard) {
    String value = text(name, standard);
    try {
      URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    return fault(
        name,
        value.isEmpty()
            ? "is not set: give an address such as http://127.0.0.1:3000"
            : "is '%s': give an address such as http://127.0.0.1:3000".formatted(value),
        URI.create("http://127.0.0.1"));
  }

  public ZoneId zone(String name, String standard) {
    try {
      return ZoneId.of(text(name, standard));
    } catch (DateTimeException e) {
      return fault(
          name,
          "is '%s': use a zone such as Asia/Jakarta".formatted(text(name, standard)),
          ZoneId.of(standard));
    }
  }

  /**
   * Reports a fault that a process found itself.
   *
   * @return {@code instead}, so that reading goes on and finds the other faults
   */
  public <V> V fault(String name, String what, V instead) {
    faults.putIfAbsent(name, what);
    return instead;
  }

  /** Throws when there was any fault, naming them all. */
  public void check() {
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }
}
