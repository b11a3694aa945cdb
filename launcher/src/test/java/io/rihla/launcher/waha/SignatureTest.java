package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {
  @Test
  void signsLikeTheDocumentedExample() {
    byte[] body =
        "{\"event\":\"message\",\"session\":\"default\",\"engine\":\"WEBJS\"}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(new Signature("my-secret-key").of(body)).startsWith("208f8a55").endsWith("3fa89");
  }

  @Test
  void signsEverySampleAsWahaDid() throws IOException {
    JsonNode index = new ObjectMapper().readTree(sample("INDEX.json"));
    Signature signature = new Signature(index.get("hmac_key").asText());
    for (JsonNode sample : index.get("samples")) {
      byte[] body = sample(sample.get("file").asText());
      assertThat(signature.of(body))
          .as(sample.get("file").asText())
          .isEqualTo(sample.at("/headers/X-Webhook-Hmac").asText());
    }
  }

  static byte[] sample(String file) throws IOException {
    try (InputStream in = SignatureTest.class.getResourceAsStream("/waha-samples/" + file)) {
      return in.readAllBytes();
    }
  }
}
