package io.rihla.api.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another system that takes webhooks, checks their signature, and fails as the test wants. */
public final class Receiver implements AutoCloseable {
  public static final String KEY = "key-of-the-receiver";

  private final HttpServer server;
  private final List<Post> taken = new CopyOnWriteArrayList<>();
  private final List<Post> refused = new CopyOnWriteArrayList<>();
  private volatile Function<Post, Integer> judge = post -> 200;

  /** A body as it came. */
  public record Post(String id, String body, boolean signed) {}

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Decides about the status of every answer. */
  public void judge(Function<Post, Integer> judge) {
    this.judge = judge;
  }

  public List<Post> taken() {
    return taken;
  }

  public List<Post> refused() {
    return refused;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Post post =
        new Post(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            new String(body, StandardCharsets.UTF_8),
            isSigned(exchange.getRequestHeaders().getFirst("X-Rihla-Signature"), body));
    int status = judge.apply(post);
    (status / 100 == 2 ? taken : refused).add(post);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** As docs/notifications.md tells receivers to do it. */
  private static boolean isSigned(String header, byte[] body) {
    String time = header.substring(2, header.indexOf(','));
    String signature = header.substring(header.indexOf("v1=") + 3);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return signature.equals(HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
