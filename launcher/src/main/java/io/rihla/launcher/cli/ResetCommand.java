package io.rihla.launcher.cli;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.supervise.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Wipes the data directory. */
@Command(name = "reset", description = "Delete everything in the data directory.")
public final class ResetCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--yes", description = "Do not ask")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    DataDirectory directory = data.directory();
    if (directory.inUse()) {
      throw new Refusal(
          "Rihla runs on %s: stop it first with ./rihla down%s."
              .formatted(directory.root(), data.argument()));
    }
    if (!Files.exists(directory.root())) {
      System.out.println("There is nothing in " + directory.root() + ".");
      return 0;
    }
    if (!directory.isRihlas()) {
      throw new Refusal("%s was not made by Rihla: it is left alone.".formatted(directory.root()));
    }
    if (!yes && !confirmed(directory)) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    directory.delete();
    System.out.println("Deleted " + directory.root() + ".");
    return 0;
  }

  private static boolean confirmed(DataDirectory directory) {
    if (!Terminal.isPresent()) {
      throw new Refusal("Nobody can be asked here: say --yes to delete " + directory.root() + ".");
    }
    String answer =
        Terminal.ask(
            "Delete every conversation and package in %s? [y/N] ".formatted(directory.root()));
    return "y".equalsIgnoreCase(answer) || "yes".equalsIgnoreCase(answer);
  }
}
