package io.rihla.launcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path folder;

  @Test
  void aNameKeepsItsPortOverRestarts() {
    Path file = folder.resolve("ports.properties");

    int port = new Ports(file).free("kafka");

    assertThat(new Ports(file).free("kafka")).isEqualTo(port);
  }

  @Test
  void aPortThatSomebodyTookIsReplaced() throws IOException {
    Path file = folder.resolve("ports.properties");
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new Ports(file).remember("kafka", other.getLocalPort());

      assertThat(new Ports(file).free("kafka")).isNotEqualTo(other.getLocalPort());
    }
  }

  @Test
  void twoNamesNeverShareAPort() {
    Ports ports = new Ports(folder.resolve("ports.properties"));
    int kafka = ports.free("kafka");
    ports.remember("waha", kafka);

    assertThat(ports.free("waha")).isNotEqualTo(kafka);
  }
}
