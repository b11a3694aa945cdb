package io.rihla.launcher.cli;

import io.rihla.launcher.local.Endpoints;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.run.DetachedRun;
import io.rihla.launcher.run.LocalRun;
import io.rihla.launcher.supervise.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and keeps it running until it is interrupted. */
@Command(name = "up", description = "Start everything; Ctrl-C stops it.")
public final class UpCommand implements Callable<Integer> {
  /** What shells report for a command that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--detach", description = "Return when everything is ready and keep it running")
  private boolean detach;

  @Option(names = "--only", split = ",", hidden = true, description = "Start these processes only")
  private List<String> only = LocalRun.ALL;

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (String name : only) {
      if (!LocalRun.ALL.contains(name)) {
        throw new Refusal("No process is called %s: choose from %s.".formatted(name, LocalRun.ALL));
      }
    }
    if (detach) {
      new DetachedRun(data.directory(), only, Map.of()).start();
      System.out.printf("Everything runs. ./rihla status%s shows it, ", data.argument());
      System.out.printf("./rihla down%s stops it.%n", data.argument());
      return 0;
    }
    return run(new LinkedHashSet<>(only), Console.standard());
  }

  private int run(Set<String> wanted, Console console) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    LocalRun run = new LocalRun(data.directory(), System.getenv(), wanted, console);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              console.say("stopping");
              run.close();
              console.say("stopped");
              stopped.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      run.start();
    } catch (RuntimeException | IOException e) {
      if (removed(hook)) {
        run.close();
        throw e;
      }
      // interrupted while it was starting: the hook is at work
      stopped.await();
      return INTERRUPTED;
    }
    welcome(console, run.endpoints(), wanted, Duration.ofNanos(System.nanoTime() - begin));
    stopped.await();
    return 0;
  }

  private static boolean removed(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void welcome(Console console, Endpoints endpoints, Set<String> wanted, Duration took) {
    console.say("");
    console.say("Rihla is ready after %.1f s.".formatted(took.toMillis() / 1000.0));
    if (wanted.contains("api")) {
      console.say("  api      " + endpoints.api());
    }
    if (wanted.contains("waha") && endpoints.outsideWaha().isEmpty()) {
      console.say("  chat     " + endpoints.waha() + "/");
    }
    console.say("  token    ./rihla token --role marketing_admin" + data.argument());
    console.say(
        "  sql      ./rihla sql \"select event_type, count() from events group by all\""
            + data.argument());
    console.say("Ctrl-C stops it; what was said stays in " + data.directory().root() + ".");
    console.say("");
  }
}
