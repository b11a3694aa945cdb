package io.rihla.launcher.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keys and passwords of a local run: made once, kept in a file that only its owner reads. What the
 * environment names wins and is not written down.
 */
public final class Secrets {
  public static final String ANALYST_PASSWORD = "CLICKHOUSE_ANALYST_PASSWORD";

  private static final List<String> NAMES =
      List.of(
          "WAHA_API_KEY",
          "WAHA_HMAC_KEY",
          "RIHLA_PSEUDONYM_KEY",
          "RIHLA_JWT_KEY",
          "CLICKHOUSE_PASSWORD",
          ANALYST_PASSWORD);
  private static final int BYTES = 24;

  private final Map<String, String> kept;
  private final Map<String, String> environment;

  private Secrets(Map<String, String> kept, Map<String, String> environment) {
    this.kept = kept;
    this.environment = environment;
  }

  /** Reads the file; secrets that it does not have yet are made and added. */
  public static Secrets loadOrCreate(Path file, Map<String, String> environment) {
    try {
      Map<String, String> kept = read(file);
      if (!kept.keySet().containsAll(NAMES)) {
        SecureRandom random = new SecureRandom();
        NAMES.forEach(name -> kept.computeIfAbsent(name, any -> generate(random)));
        write(file, kept);
      }
      return new Secrets(kept, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the file; empty when there is none. */
  public static Optional<Secrets> load(Path file, Map<String, String> environment) {
    try {
      return Files.exists(file)
          ? Optional.of(new Secrets(read(file), environment))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String get(String name) {
    String given = environment.getOrDefault(name, "");
    if (!given.isBlank()) {
      return given;
    }
    String value = kept.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no secret is called " + name);
    }
    return value;
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> kept = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int sign = line.indexOf('=');
        if (sign > 0) {
          kept.put(line.substring(0, sign), line.substring(sign + 1));
        }
      }
    }
    return kept;
  }

  private static void write(Path file, Map<String, String> kept) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    // closed to others before the first byte is in it
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        fresh,
        kept.entrySet().stream()
            .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
            .collect(Collectors.joining()));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
