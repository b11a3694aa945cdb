package io.rihla.launcher.waha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChatPageTest {
  private RunningSimulator waha;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    waha = new RunningSimulator(Engine.NOWEB, data);
  }

  @AfterEach
  void stop() {
    waha.close();
  }

  @Test
  void isServedWithAllItNeedsFromHere() throws Exception {
    assertThat(read("/").body())
        .contains("app.js", "style.css")
        .doesNotContain("http://", "https://");
    for (String file :
        List.of("app", "api", "bubbles", "dom", "drawer", "labels").stream()
            .map(name -> "/" + name + ".js")
            .toList()) {
      HttpResponse<String> script = read(file);
      assertThat(script.statusCode()).as(file).isEqualTo(200);
      assertThat(script.headers().firstValue("content-type").orElse("")).contains("javascript");
      assertThat(script.body()).as(file).doesNotContain("innerHTML");
    }
    assertThat(read("/ping").body()).contains("pong");
  }

  @Test
  void offersTheCodesOfTheDemoCatalogAndTheAttachments() {
    assertThat(waha.get("/simulator/codes").body().findValuesAsText("code"))
        .contains("UMR_MAR_2027_HEMAT");
    for (String name : MediaFolder.readyMadeNames()) {
      assertThat(MediaFolder.readyMade(name)).as(name).isNotEmpty();
    }
  }

  @Test
  @Timeout(20)
  void isToldWhatChanges() throws Exception {
    HttpResponse<InputStream> events =
        waha.http()
            .send(
                waha.request("/simulator/events").build(),
                HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
      waha.post("/simulator/messages", "{'customer':'siti','text':'halo'}");
      assertThat(lines.lines().filter(line -> line.contains("\"siti\"")).findFirst())
          .hasValueSatisfying(line -> assertThat(line).startsWith("data:").contains("\"chat\""));
    }
  }

  @Test
  void pagesOfOtherSitesCannotAct() throws Exception {
    var request =
        waha.request("/simulator/chats").header("Sec-Fetch-Site", "cross-site").GET().build();
    assertThat(waha.http().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return waha.http().send(waha.request(path).build(), HttpResponse.BodyHandlers.ofString());
  }
}
