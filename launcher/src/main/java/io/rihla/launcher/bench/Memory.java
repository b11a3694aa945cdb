package io.rihla.launcher.bench;

import io.rihla.launcher.local.ResidentMemory;
import io.rihla.launcher.local.RunState;
import java.util.List;

/** What all processes of a run hold together. */
record Memory(RunState state) {
  Figure measure() {
    long sum =
        ResidentMemory.megabytes(state.pid())
            + state.processes().stream()
                .mapToLong(process -> ResidentMemory.megabytes(process.pid()))
                .sum();
    List<String> each =
        state.processes().stream()
            .map(process -> process.name() + " " + ResidentMemory.megabytes(process.pid()))
            .toList();
    return new Figure(
        "memory, resident (" + String.join(", ", each) + ")", sum + " MB", "<= 3584 MB idle");
  }
}
