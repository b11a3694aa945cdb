package io.rihla.launcher.clickhouse;

import io.rihla.schemas.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where the embedded ClickHouse keeps its data and listens, and who may log in. */
public record ServerSettings(
    Path library, Path data, int port, String password, String analystPassword) {
  static ServerSettings read(Settings environment) {
    return new ServerSettings(
        Path.of(environment.required("CLICKHOUSE_LIBRARY", "name the engine's libchdb.so")),
        Path.of(environment.required("CLICKHOUSE_DATA", "name a folder for the tables")),
        environment.port("CLICKHOUSE_PORT", 8123),
        environment.secret("CLICKHOUSE_PASSWORD", 8, "give the password of the user rihla"),
        environment.secret(
            "CLICKHOUSE_ANALYST_PASSWORD", 8, "give the password of the user analyst"));
  }

  /** Writes the server's configuration and its users beside the data. */
  Path writeConfiguration() throws IOException {
    Files.createDirectories(data);
    Path folder = Files.createDirectories(data.resolveSibling("clickhouse-config"));
    Files.writeString(
        folder.resolve("users.xml"),
        resource("users.xml")
            .replace("RIHLA_PASSWORD_SHA256", sha256(password))
            .replace("ANALYST_PASSWORD_SHA256", sha256(analystPassword)));
    return Files.writeString(
        folder.resolve("config.xml"),
        resource("config.xml")
            .replace("LOG_FOLDER", folder.toString())
            .replace("USERS_FILE", folder.resolve("users.xml").toString()));
  }

  private static String resource(String name) throws IOException {
    try (var in = ServerSettings.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String sha256(String password) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
