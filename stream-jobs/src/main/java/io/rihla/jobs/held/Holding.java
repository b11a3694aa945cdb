package io.rihla.jobs.held;

/** A function whose state is held in memory until the checkpoint. */
public interface Holding {
  /** What it holds, from when it is open. */
  Held held();
}
