package io.rihla.schemas.codec;

/**
 * The value of a Kafka record: a Java record generated from a root schema of {@code src/main/avro}.
 */
public interface AvroMessage {}
