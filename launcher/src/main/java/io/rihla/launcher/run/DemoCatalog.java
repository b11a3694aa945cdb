package io.rihla.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.local.Token;
import io.rihla.launcher.supervise.Console;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The packages a newcomer finds in an empty catalog, brought in the way anybody would. */
record DemoCatalog(String api, String jwtKey) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  void importIfEmpty(Console console) throws IOException, InterruptedException {
    try (InputStream file = DemoCatalog.class.getResourceAsStream("/demo/catalog.json")) {
      if (file == null) {
        console.say("no demo catalog is on the class path: the catalog stays as it is");
        return;
      }
      try (HttpClient http = HttpClient.newHttpClient()) {
        HttpResponse<String> packages = send(http, request("/api/packages").GET().build());
        if (packages.statusCode() != 200) {
          console.say(
              "the catalog could not be read (HTTP %d): the demo packages are not imported"
                  .formatted(packages.statusCode()));
        } else if (isEmpty(JSON.readTree(packages.body()))) {
          HttpResponse<String> imported =
              send(
                  http,
                  request("/api/packages/import")
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofByteArray(file.readAllBytes()))
                      .build());
          console.say(
              imported.statusCode() / 100 == 2
                  ? "the demo packages are in the catalog"
                  : "the demo packages were refused (HTTP %d): %s"
                      .formatted(imported.statusCode(), imported.body()));
        }
      }
    }
  }

  /** A list, or an object around one. */
  private static boolean isEmpty(JsonNode packages) {
    return packages.isArray()
        ? packages.isEmpty()
        : packages.path("packages").isEmpty() && packages.path("items").isEmpty();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(TIMEOUT)
        .header(
            "Authorization",
            "Bearer " + Token.sign(jwtKey, "rihla-up", "system_admin", Duration.ofMinutes(5)));
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
