package io.rihla.jobs;

import io.rihla.jobs.campaigns.TopicRecord;
import io.rihla.jobs.dropoff.SilenceLimits;
import io.rihla.jobs.performance.TokenPrices;
import io.rihla.schemas.ads.AdInsight;
import io.rihla.schemas.ads.AdsActivity;
import io.rihla.schemas.ads.AdsFact;
import io.rihla.schemas.ads.Click;
import io.rihla.schemas.campaigns.Campaign;
import io.rihla.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Records of {@code ads.activity} and {@code campaigns}. */
public final class AdsRecords {
  public static final String CODE = "UMR_MAR_2027_HEMAT";
  static final Measures MEASURES =
      new Measures(
          ZoneId.of("Asia/Jakarta"), SilenceLimits.STANDARD, TokenPrices.NOTHING, Optional.empty());

  private AdsRecords() {}

  public static AdInsight insight(String spend, long importedAt) {
    return new AdInsight(
        "act_1", "ad-1", "2027-01-25", spend, "IDR", 40, 9_000, importedAt, null, null);
  }

  public static Click click(boolean bot) {
    return new Click("https://m.facebook.com", "Mozilla/5.0", bot);
  }

  public static TopicRecord activity(long offset, AdsFact fact) {
    AdsActivity activity =
        new AdsActivity("a-" + offset, Story.START, Story.START + 5, CODE, null, fact);
    return record(Topics.ADS_ACTIVITY.name(), offset, Topics.ADS_ACTIVITY.codec().encode(activity));
  }

  public static TopicRecord campaign(long offset, List<String> ads) {
    return record(
        Topics.CAMPAIGNS.name(),
        offset,
        Topics.CAMPAIGNS
            .codec()
            .encode(
                new Campaign(
                    CODE, CODE, "Hemat", "meta", ads, null, true, Story.START, "budi", "command")));
  }

  public static TopicRecord record(String topic, long offset, byte[] value) {
    return new TopicRecord(
        topic, 3, offset, CODE.getBytes(StandardCharsets.UTF_8), value, value.length == 0);
  }

  /** A click, an insight and a campaign. */
  static Source<TopicRecord, ?, ?> source() {
    return new DataGeneratorSource<>(new Three(), 3, TypeInformation.of(TopicRecord.class));
  }

  private static final class Three implements GeneratorFunction<Long, TopicRecord> {
    private static final long serialVersionUID = 1;

    @Override
    public TopicRecord map(Long index) {
      return switch (index.intValue()) {
        case 0 -> activity(0, click(false));
        case 1 -> activity(1, insight("150000.50", Story.START));
        default -> campaign(2, List.of("ad-1"));
      };
    }
  }
}
