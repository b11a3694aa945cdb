package io.rihla.jobs.held;

/** State of one name, as far as it is held. */
interface HeldState {
  /** Takes up the state of a customer. */
  void turnTo(String key);

  /** Stores what changed for the customer whose key Flink has as the current one. */
  void store(String key);

  /** Forgets everything that is held. */
  void letGo();
}
