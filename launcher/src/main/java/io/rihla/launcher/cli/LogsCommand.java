package io.rihla.launcher.cli;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.supervise.Console;
import io.rihla.launcher.supervise.LogFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the logs of the processes. */
@Command(name = "logs", description = "Show the logs, of one process or of all.")
public final class LogsCommand implements Callable<Integer> {
  private static final long POLL_MILLIS = 250;
  private static final String SUFFIX = ".log";

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is written")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      description = "Lines of the past per process (default: 50)")
  private int lines = 50;

  @Parameters(arity = "0..1", paramLabel = "PROCESS", description = "For example api")
  private @Nullable String process;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = Console.standard();
    List<Path> files = files();
    Map<Path, Long> read = new HashMap<>();
    for (Path file : files) {
      read.put(file, Files.size(file));
      LogFile.tail(file, lines).forEach(line -> console.line(name(file), line));
    }
    while (follow) {
      for (Path file : files) {
        read.compute(file, (path, from) -> more(path, from == null ? 0 : from, console));
      }
      Thread.sleep(POLL_MILLIS);
    }
    return 0;
  }

  private List<Path> files() throws IOException {
    DataDirectory directory = data.directory();
    if (!Files.isDirectory(directory.logs())) {
      throw new Refusal("There are no logs in %s: nothing ran yet.".formatted(directory.root()));
    }
    try (Stream<Path> all = Files.list(directory.logs())) {
      List<Path> files =
          all.filter(file -> file.toString().endsWith(SUFFIX))
              .filter(file -> process == null || name(file).equals(process))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new Refusal(
            "There is no log of %s: ./rihla status lists the processes.".formatted(process));
      }
      return files;
    }
  }

  /** Shows whole lines written since, and gives the place to go on from. */
  private static long more(Path file, long from, Console console) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      // a log that became shorter was begun anew
      long begin = in.length() < from ? 0 : from;
      byte[] fresh = new byte[Math.toIntExact(Math.min(in.length() - begin, 1 << 20))];
      in.seek(begin);
      in.readFully(fresh);
      int end = fresh.length;
      while (end > 0 && fresh[end - 1] != '\n') {
        end--;
      }
      new String(fresh, 0, end, StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> console.line(name(file), line));
      return begin + end;
    } catch (IOException e) {
      return from;
    }
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
