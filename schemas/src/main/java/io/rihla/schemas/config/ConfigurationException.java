package io.rihla.schemas.config;

import java.util.Map;
import java.util.stream.Collectors;

/** Every fault of a process's configuration, one line each. */
public final class ConfigurationException extends RuntimeException {
  ConfigurationException(Map<String, String> faults) {
    super(
        faults.entrySet().stream()
            .map(fault -> fault.getKey() + " " + fault.getValue())
            .collect(Collectors.joining("\n")));
  }
}
