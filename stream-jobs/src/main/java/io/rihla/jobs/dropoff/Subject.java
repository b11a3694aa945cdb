package io.rihla.jobs.dropoff;

import org.jspecify.annotations.Nullable;

/** What one event told about what the talk was about; null where it told nothing. */
public record Subject(
    long time,
    long seq,
    @Nullable String topic,
    @Nullable Double confidence,
    @Nullable String packageCode) {}
