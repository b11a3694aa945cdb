package io.rihla.api.webhooks;

import io.rihla.api.relay.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to post.
 *
 * @param lane parcels of one lane are posted one after the other, those of others beside them
 * @param id the idempotency key, the same however often it is posted
 * @param born epoch ms
 * @param works what is done when it has arrived
 */
public record Parcel(
    String lane,
    String id,
    String body,
    long born,
    @Nullable String customerKey,
    List<? extends Work<?>> works) {
  public Parcel {
    works = List.copyOf(works);
  }

  void done() {
    works.forEach(Work::done);
  }

  /** Another server posts what is not ours any more. */
  boolean isOurs() {
    return works.stream().anyMatch(Work::isOurs);
  }
}
