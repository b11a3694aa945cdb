package io.rihla.jobs.campaigns;

/** A record of a topic as it stands there; no value means that its key was removed. */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares them
public record TopicRecord(
    String topic, int partition, long offset, byte[] key, byte[] value, boolean removed) {}
