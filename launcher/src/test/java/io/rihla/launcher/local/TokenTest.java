package io.rihla.launcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TokenTest {
  @Test
  void saysWhoMayDoWhatAndIsSignedWithTheKey() throws Exception {
    String key = "a key of at least thirty-two bytes";

    String[] parts = Token.sign(key, "sari", "sales_admin", Duration.ofHours(1)).split("\\.");

    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains("\"sub\":\"sari\"", "\"roles\":[\"sales_admin\"]", "\"iss\":\"rihla\"");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(Base64.getUrlDecoder().decode(parts[2]))
        .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8)));
  }
}
