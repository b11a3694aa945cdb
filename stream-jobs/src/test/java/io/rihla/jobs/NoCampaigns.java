package io.rihla.jobs;

import io.rihla.jobs.campaigns.TopicRecord;
import io.rihla.jobs.dropoff.SilenceLimits;
import io.rihla.jobs.performance.TokenPrices;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** For tests in which no campaign is told of. */
final class NoCampaigns {
  static final Measures MEASURES =
      new Measures(ZoneId.of("Asia/Jakarta"), SilenceLimits.STANDARD, TokenPrices.NOTHING);

  private NoCampaigns() {}

  static Source<TopicRecord, ?, ?> source() {
    return new DataGeneratorSource<>(
        index -> {
          throw new IllegalStateException("there is no record " + index);
        },
        0,
        TypeInformation.of(TopicRecord.class));
  }
}
