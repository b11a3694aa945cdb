package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The WhatsApp session: whether the phone is linked and reachable. */
final class Session {
  private static final int REMEMBERED = 3;

  private final Webhooks webhooks;
  private final Clock clock;
  private final List<Change> changes = new ArrayList<>();
  private Status status = Status.STOPPED;

  Session(Webhooks webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  enum Status {
    STOPPED,
    STARTING,
    SCAN_QR_CODE,
    WORKING,
    FAILED
  }

  private record Change(Status status, long timestamp) {}

  /** Changes the status and posts {@code session.status}. */
  synchronized void become(Status newStatus) {
    status = newStatus;
    changes.add(new Change(newStatus, clock.millis()));
    if (changes.size() > REMEMBERED) {
      changes.removeFirst();
    }
    ObjectNode payload = Json.object().put("name", Own.SESSION).put("status", status.name());
    payload.set("statuses", statuses());
    webhooks.post("session.status", payload);
  }

  synchronized Status status() {
    return status;
  }

  boolean works() {
    return status() == Status.WORKING;
  }

  private ArrayNode statuses() {
    return Json.array(changes.stream().<ObjectNode>map(Json::tree).toList());
  }
}
