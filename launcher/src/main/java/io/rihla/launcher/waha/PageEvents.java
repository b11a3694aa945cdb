package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells open chat pages what changed; a page then reads the chat anew. A page that falls behind is
 * told to read everything.
 */
final class PageEvents {
  private static final int BEHIND = 200;
  private static final int KEEPALIVE_SECONDS = 15;

  private final Set<BlockingQueue<ObjectNode>> pages = ConcurrentHashMap.newKeySet();
  private final Set<String> typing = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  void changed(String customer) {
    publish(Json.object().put("type", "chat").put("customer", customer));
  }

  void typing(Customer customer, boolean on) {
    if (on) {
      typing.add(customer.id());
    } else {
      typing.remove(customer.id());
    }
    publish(Json.object().put("type", "typing").put("customer", customer.id()).put("on", on));
  }

  boolean isTyping(Customer customer) {
    return typing.contains(customer.id());
  }

  void stateChanged() {
    publish(Json.object().put("type", "state"));
  }

  private void publish(ObjectNode event) {
    for (BlockingQueue<ObjectNode> page : pages) {
      if (!page.offer(event)) {
        page.clear();
        page.offer(Json.object().put("type", "reset"));
      }
    }
  }

  /** Serves one page until it goes away. */
  void stream(ServerRequest request, ServerResponse response) throws InterruptedException {
    BlockingQueue<ObjectNode> page = new ArrayBlockingQueue<>(BEHIND);
    pages.add(page);
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      while (!closed) {
        ObjectNode event = page.poll(KEEPALIVE_SECONDS, TimeUnit.SECONDS);
        sink.emit(
            SseEvent.create(Json.text(event == null ? Json.object().put("type", "alive") : event)));
      }
    } catch (java.io.UncheckedIOException e) {
      // the page went away
    } finally {
      pages.remove(page);
    }
  }

  void close() {
    closed = true;
    stateChanged();
  }
}
