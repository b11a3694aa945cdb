package io.rihla.launcher;

import io.rihla.launcher.cli.BenchCommand;
import io.rihla.launcher.cli.ClusterCommand;
import io.rihla.launcher.cli.DemoCommand;
import io.rihla.launcher.cli.DownCommand;
import io.rihla.launcher.cli.LogsCommand;
import io.rihla.launcher.cli.ResetCommand;
import io.rihla.launcher.cli.SetupCommand;
import io.rihla.launcher.cli.SqlCommand;
import io.rihla.launcher.cli.StatusCommand;
import io.rihla.launcher.cli.TokenCommand;
import io.rihla.launcher.cli.UpCommand;
import io.rihla.launcher.cli.VerifyCommand;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.supervise.StartFailure;
import io.rihla.schemas.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line of Rihla. */
@Command(
    name = "rihla",
    description = "The WhatsApp sales desk of an umroh travel agency, on this machine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "rihla 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      ResetCommand.class,
      TokenCommand.class,
      SqlCommand.class,
      VerifyCommand.class,
      ClusterCommand.class,
      SetupCommand.class,
      BenchCommand.class,
      DemoCommand.class
    },
    footer = {
      "",
      "./rihla test [maven arguments] builds everything and runs all tests.",
      "Variables and what they mean: see README.md."
    })
public final class Rihla {
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Rihla())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (fault, line, parsed) ->
                switch (fault) {
                  case Refusal refusal -> refuse(line, refusal);
                  case StartFailure failure -> refuse(line, failure);
                  case ConfigurationException faults -> refuse(line, faults);
                  default -> throw fault;
                });
  }

  private static int refuse(CommandLine line, RuntimeException reason) {
    line.getErr().println("rihla: " + reason.getMessage());
    return line.getCommandSpec().exitCodeOnExecutionException();
  }
}
