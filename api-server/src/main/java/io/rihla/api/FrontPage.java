package io.rihla.api;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code /} names the addresses, {@code /openapi} describes them. */
final class FrontPage {
  private final byte[] page;
  private final byte[] openApi = resource("/openapi/api.yaml");

  FrontPage(String company) {
    String html = new String(resource("/web/index.html"), StandardCharsets.UTF_8);
    this.page = html.replace("{{company}}", escaped(company)).getBytes(StandardCharsets.UTF_8);
  }

  void install(HttpRouting.Builder routing) {
    routing
        .get("/", (request, response) -> send(response, MediaTypes.TEXT_HTML.text(), page))
        .get("/openapi", (request, response) -> send(response, "application/yaml", openApi));
  }

  private static void send(ServerResponse response, String type, byte[] bytes) {
    response.header(HeaderNames.CONTENT_TYPE, type + "; charset=utf-8").send(bytes);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static byte[] resource(String path) {
    try (InputStream in = FrontPage.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
