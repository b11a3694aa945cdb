package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/** Gets the bytes of a file to be sent, out of the call itself or from its address. */
final class FileSource implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** The file cannot be had. */
  static final class Unavailable extends Exception {
    Unavailable(String message) {
      super(message);
    }
  }

  byte[] read(JsonNode file) throws Unavailable, InterruptedException {
    if (file.hasNonNull("data")) {
      try {
        return Base64.getDecoder().decode(file.get("data").asText());
      } catch (IllegalArgumentException e) {
        throw new BadCall("file.data is not base64", e);
      }
    }
    if (!file.hasNonNull("url")) {
      throw new BadCall("file needs a url or data");
    }
    return fetch(file.get("url").asText());
  }

  private byte[] fetch(String url) throws Unavailable, InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new Unavailable("Request failed with status code " + response.statusCode());
      }
      return response.body();
    } catch (IllegalArgumentException e) {
      throw new Unavailable("Invalid URL " + url);
    } catch (IOException e) {
      throw new Unavailable("cannot fetch " + url + ": " + e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
