package io.rihla.launcher.verify.history;

/** A record and where it lies in its topic. */
public record Logged<T>(int partition, long offset, String key, T value) {}
