package io.rihla.jobs;

import io.rihla.jobs.source.LogRecord;
import io.rihla.jobs.source.LogRecordType;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.jobs.source.UnreadableRecord;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.OptedOut;
import io.rihla.schemas.conversation.Tick;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * A conversation log of known content that can be read again from any position, like Kafka's. Of
 * every ten records one is a tick, one is no event, two are messages.
 */
final class EventStream implements GeneratorFunction<Long, LogRecord> {
  private static final long serialVersionUID = 1;
  private static final Set<String> CRASHES = ConcurrentHashMap.newKeySet();

  private final String name;
  private final Set<Long> crashAt;

  private EventStream(String name, Set<Long> crashAt) {
    this.name = name;
    this.crashAt = crashAt;
  }

  /** The source fails once at each of the given records. */
  static Source<LogRecord, ?, ?> of(String name, long count, double perSecond, Set<Long> crashAt) {
    return new DataGeneratorSource<>(
        new EventStream(name, crashAt),
        count,
        RateLimiterStrategy.perSecond(perSecond),
        LogRecordType.logRecord(LogRecord.class));
  }

  static long crashes(String name) {
    return CRASHES.stream().filter(crash -> crash.startsWith(name + "/")).count();
  }

  static boolean isEvent(long index) {
    return index % 10 != 0 && index % 10 != 1;
  }

  static boolean isMessage(long index) {
    return index % 10 == 2 || index % 10 == 3;
  }

  @Override
  public LogRecord map(Long index) {
    if (crashAt.contains(index) && CRASHES.add(name + "/" + index)) {
      throw new IllegalStateException("ordered crash at " + index);
    }
    if (index % 10 == 1) {
      return new UnreadableRecord((int) (index % 8), index, new byte[] {1}, "ordered");
    }
    return new SourcedEvent(
        Events.event(index, "customer", payload(index)), (int) (index % 8), index);
  }

  private static EventPayload payload(long index) {
    if (index % 10 == 0) {
      return new Tick((int) (index % 8));
    }
    return isMessage(index) ? Events.text("Halo " + index) : new OptedOut(null);
  }
}
