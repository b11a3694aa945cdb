/** Reads a history from Kafka, the simulator and ClickHouse. */
@org.jspecify.annotations.NullMarked
package io.rihla.launcher.verify.read;
