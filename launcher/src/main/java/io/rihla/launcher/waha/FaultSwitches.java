package io.rihla.launcher.waha;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults in force. Setting new ones lets go of the calls that the old ones hold. */
final class FaultSwitches {
  private static final long LONGEST_SILENCE_SECONDS = 120;

  private Faults faults = Faults.NONE;
  private int left;
  private long downUntil = System.nanoTime();
  private CountDownLatch held = new CountDownLatch(1);

  synchronized void set(Faults newFaults) {
    faults = newFaults;
    left = newFaults.count();
    downUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(newFaults.downMs());
    held.countDown();
    held = new CountDownLatch(1);
  }

  synchronized Faults current() {
    return faults;
  }

  /** Whether nothing works at all. */
  synchronized boolean isDown() {
    return System.nanoTime() - downUntil < 0;
  }

  /** The fault of the next send; uses it up when it is counted. */
  synchronized Faults.SendFault takeForSend() {
    if (faults.count() == 0) {
      return faults.sends();
    }
    return left-- > 0 ? faults.sends() : Faults.SendFault.NONE;
  }

  /** Returns when other faults are set, or when any client has long given up. */
  void hold() throws InterruptedException {
    CountDownLatch latch;
    synchronized (this) {
      latch = held;
    }
    var unused = latch.await(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
  }
}
