package io.rihla.launcher.supervise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How to ask a process whether it does its work. */
public record Health(Kind kind, String target) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_MILLIS = 3_000;

  /** Whom to ask. */
  public enum Kind {
    /** An address that answers 2xx. */
    HTTP,
    /** A Flink REST address whose jobs all run, with all their tasks. */
    FLINK_JOBS,
    /** A broker that describes its cluster. */
    KAFKA
  }

  public static Health http(String url) {
    return new Health(Kind.HTTP, url);
  }

  public static Health flinkJobs(String restAddress) {
    return new Health(Kind.FLINK_JOBS, restAddress + "/jobs/overview");
  }

  public static Health kafka(String bootstrapServers) {
    return new Health(Kind.KAFKA, bootstrapServers);
  }

  public boolean good() {
    try {
      return switch (kind) {
        case HTTP -> {
          get();
          yield true;
        }
        case FLINK_JOBS -> allRun(JSON.readTree(get()));
        case KAFKA -> brokerAnswers();
      };
    } catch (IOException e) {
      return false;
    }
  }

  private byte[] get() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(target).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    // a connection that idles would hold up the stop of ClickHouse
    connection.setRequestProperty("Connection", "close");
    try (var in = connection.getInputStream()) {
      return in.readAllBytes();
    } finally {
      connection.disconnect();
    }
  }

  private static boolean allRun(JsonNode overview) {
    JsonNode jobs = overview.path("jobs");
    for (JsonNode job : jobs) {
      JsonNode tasks = job.path("tasks");
      boolean deployed = tasks.path("running").asInt() == tasks.path("total").asInt(-1);
      if (!job.path("state").asText().equals("RUNNING") || !deployed) {
        return false;
      }
    }
    return !jobs.isEmpty();
  }

  private boolean brokerAnswers() throws IOException {
    int colon = target.lastIndexOf(':');
    // a client that finds nobody is slow to give up: knock first
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))),
          TIMEOUT_MILLIS);
    }
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, target,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS))) {
      return !admin.describeCluster().nodes().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
