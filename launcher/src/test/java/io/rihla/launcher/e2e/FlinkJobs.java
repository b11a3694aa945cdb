package io.rihla.launcher.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The running jobs as their operator reaches them: by the REST address of their Flink. */
record FlinkJobs(String address) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Where it is when it is complete. */
  String savepoint() throws IOException, InterruptedException {
    String savepoints = job() + "/savepoints";
    String request = savepoints + "/" + ask(savepoints, "{}").path("request-id").asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ask(request, null).at("/status/id").asText().equals("COMPLETED"));
    return ask(request, null).at("/operation/location").asText();
  }

  /** What the jobs went on from when they were started. */
  String restoredFrom() throws IOException, InterruptedException {
    return ask(job() + "/checkpoints", null).at("/latest/restored/external_path").asText();
  }

  int parallelism() throws IOException, InterruptedException {
    int most = 0;
    for (JsonNode vertex : ask(job(), null).path("vertices")) {
      most = Math.max(most, vertex.path("parallelism").asInt());
    }
    return most;
  }

  private String job() throws IOException, InterruptedException {
    return "/jobs/" + ask("/jobs/overview", null).at("/jobs/0/jid").asText();
  }

  private JsonNode ask(String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json");
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return JSON.readTree(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
  }
}
