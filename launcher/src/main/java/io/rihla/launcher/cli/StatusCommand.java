package io.rihla.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.ResidentMemory;
import io.rihla.launcher.local.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs and how it is; exits with 0 only when everything is healthy. */
@Command(
    name = "status",
    description = "Show every process: address, pid, health, restarts, memory, log.")
public final class StatusCommand implements Callable<Integer> {
  private static final int NOT_WELL = 3;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "For programs")
  private boolean json;

  /** What is told about one process; memory is resident, in MB. */
  record Line(
      String name,
      String address,
      long pid,
      boolean healthy,
      int restarts,
      long memory,
      String log) {}

  /** What is told about the run. */
  record Report(
      boolean running, boolean ready, long pid, String api, String data, List<Line> processes) {}

  @Override
  public Integer call() throws JsonProcessingException {
    Report report = report(data.directory());
    if (json) {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else if (report.running()) {
      print(report);
    } else {
      System.out.println("Nothing runs on " + report.data() + ".");
    }
    boolean well = report.ready() && report.processes().stream().allMatch(Line::healthy);
    return well ? 0 : NOT_WELL;
  }

  static Report report(DataDirectory directory) {
    Optional<RunState> state =
        directory.inUse() ? RunState.read(directory.state()) : Optional.empty();
    return state
        .map(
            run ->
                new Report(
                    true,
                    run.ready(),
                    run.pid(),
                    run.console(),
                    directory.root().toString(),
                    run.processes().parallelStream().map(StatusCommand::line).toList()))
        .orElseGet(() -> new Report(false, false, 0, "", directory.root().toString(), List.of()));
  }

  private static Line line(RunState.Running running) {
    return new Line(
        running.name(),
        running.address(),
        running.pid(),
        running.pid() > 0 && running.health().good(),
        running.restarts(),
        ResidentMemory.megabytes(running.pid()),
        running.log());
  }

  private static void print(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : report.processes()) {
      rows.add(
          List.of(
              line.name(),
              line.healthy() ? "healthy" : line.pid() == 0 ? "down" : "not healthy",
              line.address(),
              line.pid() == 0 ? "-" : Long.toString(line.pid()),
              Integer.toString(line.restarts()),
              line.memory() + " MB",
              line.log()));
    }
    List<String> head = List.of("process", "health", "address", "pid", "restarts", "memory", "log");
    System.out.print(Table.of(head, rows));
    long memory =
        report.processes().stream().mapToLong(Line::memory).sum()
            + ResidentMemory.megabytes(report.pid());
    System.out.printf(
        "supervisor pid %d, %s; all together %d MB%n",
        report.pid(), report.ready() ? "ready" : "starting", memory);
  }
}
