package io.rihla.launcher.supervise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One process that is kept running: when it ends unasked, it is started again after a pause. */
final class Child {
  private static final Duration STOP_GRACE = Duration.ofSeconds(15);
  private static final Duration HEALTH_POLL = Duration.ofMillis(200);
  private static final int EXITS_BEFORE_READY = 3;

  private final ProcessSpec spec;
  private final Path log;
  private final Console console;
  private final Runnable changed;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Object launching = new Object();

  private volatile @Nullable Process process;
  private volatile @Nullable Thread keeper;
  private final AtomicInteger exits = new AtomicInteger();

  Child(ProcessSpec spec, Path log, Console console, Runnable changed) {
    this.spec = spec;
    this.log = log;
    this.console = console;
    this.changed = changed;
  }

  ProcessSpec spec() {
    return spec;
  }

  Path log() {
    return log;
  }

  /** 0 while it is not running. */
  long pid() {
    Process current = process;
    return current != null && current.isAlive() ? current.pid() : 0;
  }

  int restarts() {
    return exits.get();
  }

  void start() {
    keeper = Thread.ofPlatform().name("keep-" + spec.name()).daemon().start(this::keep);
  }

  private void keep() {
    Backoff backoff = new Backoff();
    try (LogFile file = new LogFile(log)) {
      while (launch()) {
        changed.run();
        long begin = System.nanoTime();
        int code = follow(file);
        if (stopping.getCount() == 0) {
          return;
        }
        exits.incrementAndGet();
        Duration pause = backoff.pauseAfter(Duration.ofNanos(System.nanoTime() - begin));
        changed.run();
        console.say(
            "%s ended with code %d and starts again in %.1f s"
                .formatted(spec.name(), code, pause.toMillis() / 1000.0));
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (IOException e) {
      exits.set(EXITS_BEFORE_READY);
      console.say("%s cannot be started: %s".formatted(spec.name(), e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Starts the process; false when it is not wanted any more. Interrupts of the terminal are for
   * the supervisor alone, who stops everybody in order.
   */
  private boolean launch() throws IOException {
    synchronized (launching) {
      if (stopping.getCount() == 0) {
        return false;
      }
      List<String> command = new ArrayList<>();
      command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
      command.addAll(spec.command());
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(spec.environment());
      process = builder.start();
      return true;
    }
  }

  private int follow(LogFile file) throws IOException, InterruptedException {
    Process current = process;
    if (current == null) {
      throw new IllegalStateException(spec.name() + " was not started");
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(current.getInputStream(), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while (line != null) {
        file.line(line);
        console.line(spec.name(), line);
        line = reader.readLine();
      }
    } catch (IOException e) {
      // closed under the reader's hands by the stop
      if (stopping.getCount() > 0) {
        throw e;
      }
    }
    return current.waitFor();
  }

  void awaitHealthy(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (pid() == 0 || !spec.health().good()) {
      if (exits.get() >= EXITS_BEFORE_READY) {
        throw failure("ended before it was ready");
      }
      if (System.nanoTime() > deadline) {
        throw failure("was not ready after %d s".formatted(timeout.toSeconds()));
      }
      if (stopping.await(HEALTH_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("was stopped before it was ready");
      }
    }
  }

  private StartFailure failure(String what) {
    return new StartFailure(
        "%s %s. The end of %s:%n%s"
            .formatted(spec.name(), what, log, String.join("\n", LogFile.tail(log, 15))));
  }

  /** Ends the process and does not start it again: asked first, killed when it does not listen. */
  void stop() throws InterruptedException {
    Process current;
    synchronized (launching) {
      stopping.countDown();
      current = process;
    }
    if (current != null && current.isAlive()) {
      current.destroy();
      if (!current.waitFor(STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        console.say(spec.name() + " does not end by itself and is killed");
        current.destroyForcibly().waitFor();
      }
    }
    Thread thread = keeper;
    if (thread != null) {
      thread.join(STOP_GRACE);
    }
  }
}
