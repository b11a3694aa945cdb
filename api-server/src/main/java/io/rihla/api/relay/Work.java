package io.rihla.api.relay;

/** A record that is to be passed on. Only when it is done does the group go past it. */
public record Work<T>(
    T value, String key, String topic, int partition, long offset, OffsetLedger ledger, long turn) {

  /** Passed on, or given up in a way that somebody will see. */
  public void done() {
    ledger.close(partition, offset, turn);
  }

  /** False when another server has taken the partition over and does this work too. */
  public boolean isOurs() {
    return ledger.isCurrent(partition, turn);
  }
}
