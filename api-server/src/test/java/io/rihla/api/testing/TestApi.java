package io.rihla.api.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.api.ApiConfig;
import io.rihla.api.ApiServer;
import io.rihla.schemas.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A started api server and a client that talks to it over HTTP. */
public final class TestApi implements AutoCloseable {
  public static final String HMAC_KEY = "acceptance-secret";
  public static final String PREVIOUS_KEY = "the-key-before";
  public static final String PSEUDONYM_KEY = "pseudonym-key-of-the-tests";
  public static final String JWT_KEY = "a-secret-of-at-least-thirty-two-characters";

  private final ApiServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private FakeWaha waha;

  private TestApi(ApiServer server) {
    this.server = server;
  }

  /** Starts a server; what is not named points nowhere. */
  public static TestApi start(Map<String, String> environment) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "RIHLA_PORT",
                "0",
                "KAFKA_BOOTSTRAP_SERVERS",
                nowhere(),
                "CLICKHOUSE_URL",
                "http://" + nowhere(),
                "WAHA_BASE_URL",
                "http://" + nowhere(),
                "WAHA_HMAC_KEY",
                HMAC_KEY,
                "WAHA_HMAC_KEY_PREVIOUS",
                PREVIOUS_KEY,
                "RIHLA_PSEUDONYM_KEY",
                PSEUDONYM_KEY,
                "RIHLA_JWT_KEY",
                JWT_KEY));
    all.putAll(environment);
    Settings settings = new Settings(all);
    ApiConfig config = ApiConfig.read(settings);
    settings.check();
    return new TestApi(ApiServer.start(config));
  }

  public static TestApi withKafka(Broker broker) {
    FakeWaha waha = new FakeWaha();
    TestApi api =
        start(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.address(), "WAHA_BASE_URL", waha.url()));
    api.waha = waha;
    return api;
  }

  public static String nowhere() {
    return "127.0.0.1:" + Broker.freePort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  public HttpResponse<String> webhook(byte[] body, String signature) {
    return send("POST", "/api/whatsapp/webhook", body, Map.of("X-Webhook-Hmac", signature));
  }

  public HttpResponse<String> webhook(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return webhook(bytes, hmac(HMAC_KEY, bytes));
  }

  public HttpResponse<String> get(String path, String token) {
    return send("GET", path, null, Map.of("Authorization", "Bearer " + token));
  }

  public HttpResponse<String> send(
      String method, String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(response.body(), e);
    }
  }

  public static String hmac(String key, byte[] body) {
    return HexFormat.of().formatHex(mac("HmacSHA512", key, body));
  }

  /** A token with an hour left. */
  public static String token(String... roles) {
    String names =
        List.of(roles).stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
    long now = System.currentTimeMillis() / 1000;
    return signed(
        JWT_KEY,
        """
        {"sub":"siti","roles":[%s],"iss":"rihla","aud":"rihla","iat":%d,"exp":%d}
        """
            .formatted(names, now, now + 3600));
  }

  public static String signed(String key, String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String content =
        encoder.encodeToString(
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + encoder.encodeToString(claims.strip().getBytes(StandardCharsets.UTF_8));
    return content
        + "."
        + encoder.encodeToString(mac("HmacSHA256", key, content.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] mac(String algorithm, String key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(content);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    if (waha != null) {
      waha.close();
    }
    http.shutdownNow();
  }
}
