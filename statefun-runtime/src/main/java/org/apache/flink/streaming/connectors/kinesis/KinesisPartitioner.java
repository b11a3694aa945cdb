package org.apache.flink.streaming.connectors.kinesis;

/** Stands in for the connector, which StateFun names but Rihla does not use. */
public abstract class KinesisPartitioner<T> {}
