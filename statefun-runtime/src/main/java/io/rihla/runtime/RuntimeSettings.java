package io.rihla.runtime;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/** Flink's settings for a StateFun job on one small machine. */
final class RuntimeSettings {
  private RuntimeSettings() {}

  static Configuration of(RuntimeConfig config, StateFolder state) {
    Configuration flink = new Configuration();
    flink.setString("parallelism.default", Integer.toString(config.parallelism()));
    flink.setString("pipeline.max-parallelism", "128");
    flink.setString("rest.bind-address", config.bindHost());
    flink.setString("rest.address", config.bindHost());
    flink.setString("rest.port", Integer.toString(config.restPort()));
    flink.setString("web.submit.enable", "false");
    flink.setString("web.cancel.enable", "false");
    checkpoints(flink, state);
    memory(flink, config, state);
    functions(flink, config);
    return flink;
  }

  static void restoreFrom(Configuration flink, Path checkpoint) {
    flink.setString("execution.savepoint.path", checkpoint.toUri().toString());
    flink.setString("execution.savepoint-restore-mode", "CLAIM");
    flink.setString("execution.savepoint.ignore-unclaimed-state", "true");
  }

  private static void checkpoints(Configuration flink, StateFolder state) {
    flink.setString("state.backend", "rocksdb");
    flink.setString("state.backend.incremental", "true");
    flink.setString("state.backend.rocksdb.localdir", state.rocks().toString());
    flink.setString("state.checkpoints.dir", state.checkpoints().toUri().toString());
    flink.setString("state.checkpoints.num-retained", "3");
    // every reply waits for the checkpoint that decided it
    flink.setString("execution.checkpointing.interval", "500ms");
    flink.setString("execution.checkpointing.mode", "EXACTLY_ONCE");
    flink.setString("execution.checkpointing.max-concurrent-checkpoints", "1");
    flink.setString("execution.checkpointing.timeout", "5min");
    flink.setString("execution.checkpointing.tolerable-failed-checkpoints", "100");
    flink.setString(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    flink.setString("restart-strategy", "exponential-delay");
    flink.setString("restart-strategy.exponential-delay.initial-backoff", "1s");
    flink.setString("restart-strategy.exponential-delay.max-backoff", "30s");
  }

  private static void memory(Configuration flink, RuntimeConfig config, StateFolder state) {
    flink.setString("taskmanager.numberOfTaskSlots", Integer.toString(config.parallelism()));
    flink.setString("taskmanager.memory.network.min", "16m");
    flink.setString("taskmanager.memory.network.max", "16m");
    flink.setString("taskmanager.memory.managed.size", "64m");
    flink.setString("taskmanager.memory.segment-size", "16k");
    flink.setString("taskmanager.network.memory.buffers-per-channel", "2");
    flink.setString("io.tmp.dirs", state.temporary().toString());
  }

  private static void functions(Configuration flink, RuntimeConfig config) {
    flink.setString("execution.attached", "true");
    // a message must not wait for others to fill a network buffer
    flink.setString("execution.buffer-timeout", "0");
    // the recursive cleaner walks into fields of the JDK
    flink.setString("pipeline.closure-cleaner-level", "NONE");
    flink.setString("statefun.remote.module-name", config.module().toUri().toString());
    // no flink-conf with a child-first class loader here: skip that check
    flink.setString("statefun.embedded", "true");
    flink.setString("statefun.feedback.memory.size", "8m");
    flink.setString("statefun.async.max-per-task", "32768");
  }
}
