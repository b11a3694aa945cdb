package io.rihla.launcher.run;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.RunState;
import io.rihla.launcher.supervise.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Children of a supervisor that was killed: they end by themselves, but that takes a moment. */
final class Leftovers {
  private static final Duration GRACE = Duration.ofSeconds(12);

  private Leftovers() {}

  static void end(DataDirectory data, Console console) {
    List<ProcessHandle> alive =
        RunState.read(data.state()).stream()
            .flatMap(
                state ->
                    state.processes().stream()
                        .filter(running -> running.pid() > 0)
                        .flatMap(running -> ProcessHandle.of(running.pid()).stream())
                        .filter(handle -> isOurs(handle, Instant.parse(state.startedAt()))))
            .toList();
    if (alive.isEmpty()) {
      return;
    }
    console.say("waiting for processes of the last run to end");
    long deadline = System.nanoTime() + GRACE.toNanos();
    for (ProcessHandle handle : alive) {
      try {
        handle.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException e) {
        handle.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** A pid is given anew to others: ours is a java that started during that run. */
  private static boolean isOurs(ProcessHandle handle, Instant runStart) {
    return handle
            .info()
            .startInstant()
            .map(start -> !start.isBefore(runStart.minusSeconds(2)))
            .orElse(false)
        && handle.info().command().map(command -> command.endsWith("java")).orElse(false);
  }
}
