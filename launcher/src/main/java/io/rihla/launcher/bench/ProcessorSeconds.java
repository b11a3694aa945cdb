package io.rihla.launcher.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The seconds of processor that processes have used, by name. Unlike events per second it hardly
 * changes when other work shares the machine.
 */
record ProcessorSeconds(Map<String, Double> used) {
  /** Since the processes began; pids by name. */
  static ProcessorSeconds now(Map<String, Long> pids) {
    Map<String, Double> used = new LinkedHashMap<>();
    pids.forEach((name, pid) -> used.put(name, seconds(pid)));
    return new ProcessorSeconds(used);
  }

  private static double seconds(long pid) {
    return ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toMillis()
        / 1e3;
  }

  ProcessorSeconds since(ProcessorSeconds earlier) {
    Map<String, Double> spent = new LinkedHashMap<>();
    used.forEach(
        (name, seconds) -> spent.put(name, seconds - earlier.used.getOrDefault(name, 0.0)));
    return new ProcessorSeconds(spent);
  }

  double sum() {
    return used.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** What each used for so many events, scaled to 100,000. */
  String per100000(long events) {
    double scale = 1e5 / events;
    return "%.1f processor s for 100,000 events (%s)"
        .formatted(
            sum() * scale,
            used.entrySet().stream()
                .map(
                    entry ->
                        String.format(
                            Locale.ROOT, "%s %.1f", entry.getKey(), entry.getValue() * scale))
                .collect(Collectors.joining(", ")));
  }
}
