package io.rihla.launcher.run;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Installation;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.RunState;
import io.rihla.launcher.supervise.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A supervisor in the background, in a session of its own: closing the terminal leaves it alone.
 */
public record DetachedRun(DataDirectory data, List<String> only, Map<String, String> variables) {
  private static final long POLL_MILLIS = 200;

  /** Returns when everything is ready; when the start fails, says what the supervisor said. */
  public void start() throws IOException, InterruptedException {
    data.prepare();
    Path log = data.log("supervisor");
    Files.deleteIfExists(log);
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(variables);
    Process supervisor = builder.start();
    while (!ready(supervisor.pid())) {
      if (supervisor.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        List<String> tail = LogFile.tail(log, 20);
        // the last word of a supervisor that gives up is its refusal
        throw new Refusal(String.join("\n", tail).replaceFirst("(?s)^.*?rihla: ", ""));
      }
    }
  }

  private boolean ready(long pid) {
    return RunState.read(data.state())
        .map(state -> state.pid() == pid && state.ready())
        .orElse(false);
  }

  private List<String> command() {
    Installation installation = Installation.current();
    List<String> command = new ArrayList<>();
    // setsid, where there is one, keeps the pid because sh replaces itself
    command.addAll(
        List.of(
            "sh",
            "-c",
            "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$0\" \"$@\"; else exec \"$0\" \"$@\"; fi"));
    command.addAll(
        List.of(
            installation.java().toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx160m",
            "-Xss512k",
            "-Drihla.home=" + installation.home(),
            "-cp",
            installation.classPath("launcher"),
            "io.rihla.launcher.Rihla",
            "up",
            "--data",
            data.root().toString(),
            "--only",
            String.join(",", only)));
    return command;
  }
}
