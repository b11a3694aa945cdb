package org.apache.flink.streaming.connectors.kinesis.serialization;

/** Stands in for the connector, which StateFun names but Rihla does not use. */
public interface KinesisSerializationSchema<T> {}
