package io.rihla.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the runtime is told by its environment.
 *
 * @param transactionTimeout the one of the egress in the module file
 */
record RuntimeConfig(
    Path module,
    Path stateDir,
    int restPort,
    int parallelism,
    Duration transactionTimeout,
    String bindHost) {
  private static final int SEVEN_DAYS = 7 * 24 * 60 * 60;

  /** Reads the variables and reports every fault together. */
  static RuntimeConfig parse(Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    Path module = path(environment, "STATEFUN_MODULE", "the module.yaml to run", faults);
    Path state = path(environment, "STATEFUN_STATE_DIR", "a folder for checkpoints", faults);
    int port = number(environment, "STATEFUN_REST_PORT", 8081, 65_535, faults);
    int parallelism = number(environment, "STATEFUN_PARALLELISM", 2, 128, faults);
    int seconds =
        number(environment, "RIHLA_TRANSACTION_TIMEOUT_SECONDS", SEVEN_DAYS, SEVEN_DAYS, faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return new RuntimeConfig(
        module,
        state,
        port,
        parallelism,
        Duration.ofSeconds(seconds),
        environment.getOrDefault("RIHLA_BIND_HOST", "127.0.0.1"));
  }

  private static Path path(
      Map<String, String> environment, String name, String what, List<String> faults) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      faults.add(name + " is not set: name " + what);
    }
    return Path.of(value).toAbsolutePath();
  }

  private static int number(
      Map<String, String> environment, String name, int standard, int most, List<String> faults) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return standard;
    }
    if (value.matches("\\d{1,6}") && Integer.parseInt(value) <= most) {
      return Integer.parseInt(value);
    }
    faults.add("%s is '%s': use a whole number up to %d".formatted(name, value, most));
    return standard;
  }
}
