package io.rihla.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir Path logs;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private HttpServer healthy;
  private Supervisor supervisor;

  @BeforeEach
  void start() throws IOException {
    healthy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    healthy.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    healthy.start();
    supervisor = new Supervisor(logs, new Console(new PrintStream(shown), false), () -> {});
  }

  @AfterEach
  void stop() {
    supervisor.close();
    healthy.stop(0);
  }

  @Test
  void aKilledProcessComesBack() throws InterruptedException {
    supervisor.start(List.of(shell("sleeper", "exec sleep 600")), Duration.ofSeconds(10));
    long first = status().pid();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().until(() -> status().pid() != 0 && status().pid() != first);
    assertThat(status().restarts()).isEqualTo(1);
  }

  @Test
  void aProcessThatCannotStartShowsTheEndOfItsLog() {
    assertThatThrownBy(
            () ->
                supervisor.start(
                    List.of(shell("broken", "echo the disk is missing; exit 3")),
                    Duration.ofSeconds(20)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("broken ended before it was ready")
        .hasMessageContaining("the disk is missing");
  }

  @Test
  void aStoppedProcessStaysStopped() throws InterruptedException {
    supervisor.start(List.of(shell("sleeper", "exec sleep 600")), Duration.ofSeconds(10));
    ProcessHandle process = ProcessHandle.of(status().pid()).orElseThrow();

    supervisor.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(status().restarts()).isZero();
  }

  @Test
  void everyLineIsShownWithTheNameOfItsProcessAndKeptInItsLog() throws InterruptedException {
    supervisor.start(List.of(shell("talker", "echo halo; exec sleep 600")), Duration.ofSeconds(10));

    await().until(() -> shown.toString(StandardCharsets.UTF_8).contains("talker     | halo"));
    assertThat(LogFile.tail(logs.resolve("talker.log"), 1)).containsExactly("halo");
  }

  private Supervisor.Status status() {
    return supervisor.processes().getFirst();
  }

  private ProcessSpec shell(String name, String script) {
    String address = "http://127.0.0.1:" + healthy.getAddress().getPort();
    return new ProcessSpec(
        name, address, List.of("sh", "-c", script), Map.of(), Health.http(address));
  }
}
