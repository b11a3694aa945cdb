package io.rihla.api.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port that leads to another one from the moment it is opened: a broker that comes back. */
public final class Relay implements AutoCloseable {
  private final ServerSocket server;

  public Relay(int port, String target) {
    try {
      this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    int targetPort = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
    Thread.ofVirtual().start(() -> accept(targetPort));
  }

  private void accept(int targetPort) {
    try {
      while (true) {
        Socket from = server.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), targetPort);
        Thread.ofVirtual().start(() -> carry(from, to));
        Thread.ofVirtual().start(() -> carry(to, from));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one end has gone, so goes the other
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
