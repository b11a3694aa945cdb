package io.rihla.jobs.history;

import io.rihla.jobs.source.ConversationLog;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.EventPayload;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** What all jobs that keep state per customer share. */
public final class Keeping {
  /** Events may be this late and still correct the figures, with a day to spare. */
  public static final Duration LATEST = Duration.ofDays(8);

  /** State that nothing touched for so long is forgotten; its rows stay as they are. */
  private static final StateTtlConfig TTL = forgottenAfter(Duration.ofDays(400));

  private Keeping() {}

  /** Which events a job reads. */
  @FunctionalInterface
  public interface Concern extends Serializable {
    boolean test(EventPayload payload);
  }

  /** The events that concern a job, of those that are with their customer already. */
  public static KeyedStream<SourcedEvent, String> concerning(
      DataStream<SourcedEvent> byCustomer, String job, Concern concerns) {
    return ConversationLog.customers(
        byCustomer
            .filter(sourced -> concerns.test(sourced.event().payload()))
            .name(job + ": what concerns it")
            .uid(job + "-concerning"));
  }

  public static <T> ValueStateDescriptor<T> value(String name, Class<T> type) {
    return value(name, type, TTL);
  }

  /** State that is forgotten sooner. */
  public static <T> ValueStateDescriptor<T> value(String name, Class<T> type, Duration forgotten) {
    return value(name, type, forgottenAfter(forgotten));
  }

  private static <T> ValueStateDescriptor<T> value(String name, Class<T> type, StateTtlConfig ttl) {
    ValueStateDescriptor<T> descriptor = new ValueStateDescriptor<>(name, TypeInformation.of(type));
    descriptor.enableTimeToLive(ttl);
    return descriptor;
  }

  private static StateTtlConfig forgottenAfter(Duration silence) {
    return StateTtlConfig.newBuilder(silence).cleanupInRocksdbCompactFilter(1000).build();
  }

  public static <K, V> MapStateDescriptor<K, V> map(String name, Class<K> key, Class<V> value) {
    MapStateDescriptor<K, V> descriptor =
        new MapStateDescriptor<>(name, TypeInformation.of(key), TypeInformation.of(value));
    descriptor.enableTimeToLive(TTL);
    return descriptor;
  }
}
