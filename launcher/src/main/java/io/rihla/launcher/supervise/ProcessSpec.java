package io.rihla.launcher.supervise;

import java.util.List;
import java.util.Map;

/**
 * A process to be kept running: how to start it, where it can be reached and how it shows that it
 * is well. The variables come on top of the supervisor's own environment.
 */
public record ProcessSpec(
    String name,
    String address,
    List<String> command,
    Map<String, String> environment,
    Health health) {
  public ProcessSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
