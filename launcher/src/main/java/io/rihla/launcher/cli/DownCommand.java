package io.rihla.launcher.cli;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.RunState;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a running Rihla from another terminal. */
@Command(name = "down", description = "Stop what up started.")
public final class DownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    DataDirectory directory = data.directory();
    if (!directory.inUse()) {
      System.out.println("Nothing runs on " + directory.root() + ".");
      return 0;
    }
    ProcessHandle supervisor =
        RunState.read(directory.state())
            .flatMap(state -> ProcessHandle.of(state.pid()))
            .orElseThrow(
                () ->
                    new Refusal(
                        "Rihla on %s is just starting: try again in a moment."
                            .formatted(directory.root())));
    supervisor.destroy();
    try {
      supervisor.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      System.out.println("Stopped.");
      return 0;
    } catch (TimeoutException e) {
      supervisor.destroyForcibly();
      throw new Refusal(
          "Rihla (pid %d) did not stop within %d s and was killed; its processes end by themselves."
              .formatted(supervisor.pid(), PATIENCE.toSeconds()),
          e);
    }
  }
}
