package io.rihla.launcher.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/**
 * Loopback ports by name. A name keeps its port over restarts, as long as nobody else took it
 * meanwhile.
 */
public final class Ports {
  private final Path file;
  private final Properties known = new Properties();
  private final Set<Integer> given = new HashSet<>();

  public Ports(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        known.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The port that was given before, 0 when none. */
  public int remembered(String name) {
    return Integer.parseInt(known.getProperty(name, "0"));
  }

  /** A port for the name that is free now: the same as before if it can be. */
  public int free(String name) {
    int port = remembered(name);
    if (port == 0 || given.contains(port) || !isFree(port)) {
      do {
        port = anyFree();
      } while (given.contains(port));
      remember(name, port);
    }
    given.add(port);
    return port;
  }

  public void remember(String name, int port) {
    given.add(port);
    known.setProperty(name, Integer.toString(port));
    try (var out = Files.newBufferedWriter(file)) {
      known.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
