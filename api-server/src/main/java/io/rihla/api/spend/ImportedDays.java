package io.rihla.api.spend;

import io.rihla.schemas.ads.AdInsight;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.topics.TopicFollower;
import io.rihla.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Which days of which ads were imported lately, by whatever server: only for telling a caller how
 * much of an import was known. What an import replaces is decided by its key, not here.
 */
public final class ImportedDays implements AutoCloseable, TopicFollower.Listener<AdsActivity> {
  /** Meta corrects its figures for 28 days. */
  private static final Duration LOOK_BACK = Duration.ofDays(120);

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final CountDownLatch complete = new CountDownLatch(1);
  private final TopicFollower<AdsActivity> follower;

  public ImportedDays(String bootstrapServers, InstantSource clock) {
    Instant since = clock.instant().minus(LOOK_BACK);
    this.follower = TopicFollower.since(since, Topics.ADS_ACTIVITY, bootstrapServers, this);
  }

  public void start() {
    follower.start();
  }

  /** Account, ad and day: what a later import replaces. */
  static String key(AdInsight row) {
    return row.accountId() + "/" + row.adId() + "/" + row.day();
  }

  /** Notes the days and tells how many were known; empty while the log is still being read. */
  OptionalInt add(Set<String> keys) {
    boolean certain = isComplete();
    int again = 0;
    for (String key : keys) {
      again += known.add(key) ? 0 : 1;
    }
    return certain ? OptionalInt.of(again) : OptionalInt.empty();
  }

  private boolean isComplete() {
    try {
      return complete.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void record(TopicFollower.Position at, String key, AdsActivity activity) {
    if (activity.fact() instanceof AdInsight row) {
      known.add(key(row));
    }
  }

  @Override
  public void caughtUp() {
    complete.countDown();
  }

  @Override
  public void close() {
    follower.close();
  }
}
