package io.rihla.jobs.questions;

/**
 * Versions by the clock. Clusters are of all customers, and who comes before whom is not settled
 * when the log is read anew from an older savepoint: then the rows of the later reading must win,
 * whatever they rest on.
 */
public final class RowVersion {
  private static final long MICROSECONDS = 1_000;

  private RowVersion() {}

  /**
   * The next version after the last one, which never falls though the clock may.
   *
   * @param now epoch milliseconds
   */
  public static long after(long last, long now) {
    return Math.max(last + 1, now * MICROSECONDS);
  }
}
