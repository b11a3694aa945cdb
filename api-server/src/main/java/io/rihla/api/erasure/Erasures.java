package io.rihla.api.erasure;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blanks in the archive what is left of customers who were erased. Looks again and again, because
 * rows come late or, when the log is read anew, once more. Two servers do the same, which harms
 * nobody.
 */
public final class Erasures implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private final ClickHouse clickHouse;
  private final Blanking blanking;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("erasures").daemon().factory());

  public Erasures(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    this.blanking = new Blanking(clickHouse);
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::sweep, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      if (!anybodyWasErased()) {
        return;
      }
      for (Due due : due()) {
        blanking.blank(due);
        LOG.info("customer {} is blank in the archive", due.customerKey());
      }
      blanking.clusters();
    } catch (StoreUnavailable | RuntimeException e) {
      LOG.warn("erased customers are not looked for: {}", e.toString());
    }
  }

  private boolean anybodyWasErased() throws StoreUnavailable {
    return clickHouse
        .first("SELECT customer_key FROM erased_customers LIMIT 1", row -> row.text("customer_key"))
        .isPresent();
  }

  private List<Due> due() throws StoreUnavailable {
    return clickHouse.query(
        """
        SELECT customer_key, seq, toUnixTimestamp64Milli(erased_at) AS erased_ms, toInt64(fresh) AS fresh
        FROM erasures_due""",
        row ->
            new Due(
                row.text("customer_key"),
                row.number("seq"),
                row.number("erased_ms"),
                row.number("fresh") == 1));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
