package io.rihla.launcher.cli;

import io.rihla.launcher.local.DataDirectory;
import io.rihla.launcher.local.Refusal;
import io.rihla.launcher.local.Secrets;
import io.rihla.launcher.local.Token;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a bearer token for the api. */
@Command(name = "token", description = "Print a bearer token for the api of this run.")
public final class TokenCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--role",
      required = true,
      description = "system_admin, marketing_admin, sales_admin or analyst")
  private String role = "";

  @Option(names = "--subject", description = "Who it is for (default: local)")
  private String subject = "local";

  @Option(names = "--hours", description = "How long it is valid (default: 12)")
  private int hours = 12;

  @Override
  public Integer call() {
    if (!Token.ROLES.contains(role)) {
      throw new Refusal(
          "No role is called %s: choose from %s.".formatted(role, String.join(", ", Token.ROLES)));
    }
    if (hours <= 0) {
      throw new Refusal("--hours is %d: give at least 1.".formatted(hours));
    }
    DataDirectory directory = data.directory();
    Secrets secrets =
        Secrets.load(directory.secrets(), System.getenv())
            .orElseThrow(
                () ->
                    new Refusal(
                        "There are no keys in %s yet: start Rihla once with ./rihla up%s."
                            .formatted(directory.root(), data.argument())));
    System.out.println(
        Token.sign(secrets.get("RIHLA_JWT_KEY"), subject, role, Duration.ofHours(hours)));
    return 0;
  }
}
