package io.rihla.api.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** WAHA's webhook bodies as captured, with their signatures and what they mean. */
public final class Samples {
  public static final String HMAC_KEY = "acceptance-secret";

  /** One captured body. */
  public record Sample(String file, byte[] body, String signature, JsonNode expect) {
    @Override
    public String toString() {
      return file;
    }
  }

  private Samples() {}

  public static List<Sample> all() {
    try {
      JsonNode index = new ObjectMapper().readTree(bytes("INDEX.json"));
      return StreamSupport.stream(index.get("samples").spliterator(), false)
          .map(
              sample ->
                  new Sample(
                      sample.get("file").asText(),
                      bytes(sample.get("raw").asText()),
                      sample.at("/headers/X-Webhook-Hmac").asText(),
                      sample.get("expect")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String path) {
    try (InputStream in = Samples.class.getResourceAsStream("/waha/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
