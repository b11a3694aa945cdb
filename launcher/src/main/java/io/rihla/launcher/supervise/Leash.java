package io.rihla.launcher.supervise;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs another main class, and ends the process when its standard input closes: that is the pipe of
 * the supervisor, so no child outlives a supervisor that was killed.
 */
public final class Leash {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Leash() {}

  public static void main(String[] args) throws Throwable {
    Thread.ofPlatform().name("leash").daemon().start(Leash::follow);
    try {
      Class.forName(args[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static void follow() {
    try {
      while (System.in.read() >= 0) {
        // nobody writes; only the end counts
      }
    } catch (IOException e) {
      // a broken pipe is a closed one
    }
    Thread.ofPlatform().name("leash-grace").daemon().start(Leash::haltAfterGrace);
    System.exit(0);
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
