package io.rihla.api.jamaah;

import io.rihla.api.kafka.EventLog;
import io.rihla.api.relay.GroupReader;
import io.rihla.api.relay.Work;
import io.rihla.api.webhooks.Parcel;
import io.rihla.api.webhooks.WebhookLanes;
import io.rihla.api.webhooks.WebhookTarget;
import io.rihla.schemas.codec.RecordData;
import io.rihla.schemas.jamaah.JamaahRecord;
import io.rihla.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.List;

/**
 * Posts every record of {@code jamaah.records} to {@code JAMAAH_WEBHOOK_URL}, at least once and in
 * order per customer, beginning with the oldest.
 */
public final class JamaahWebhook implements AutoCloseable, GroupReader.Worker<JamaahRecord> {
  private static final String GROUP = "rihla-jamaah-webhook";

  private final WebhookLanes lanes;
  private final GroupReader<JamaahRecord> reader;

  public JamaahWebhook(
      String bootstrapServers, WebhookTarget target, EventLog log, InstantSource clock) {
    this.lanes = new WebhookLanes("jamaah-webhook", target, log, clock);
    this.reader =
        new GroupReader<>(
            Topics.JAMAAH_RECORDS, bootstrapServers, GROUP, GroupReader.First.EARLIEST, this);
  }

  public void start() {
    reader.start();
  }

  @Override
  public void take(Work<JamaahRecord> work) {
    JamaahRecord record = work.value();
    lanes.add(
        new Parcel(
            record.customerKey(),
            record.recordId(),
            RecordData.json(record),
            record.occurredAt(),
            record.customerKey(),
            List.of(work)));
  }

  @Override
  public void close() {
    reader.close();
    lanes.close();
  }
}
