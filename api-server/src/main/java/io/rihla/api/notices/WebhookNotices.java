package io.rihla.api.notices;

import io.rihla.api.problem.Json;
import io.rihla.api.relay.GroupReader;
import io.rihla.api.relay.Work;
import io.rihla.api.webhooks.Parcel;
import io.rihla.api.webhooks.WebhookLanes;
import io.rihla.api.webhooks.WebhookTarget;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.topics.Topics;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Posts notices to {@code NOTIFY_WEBHOOK_URL}. One that is not taken does not hold up others. */
public final class WebhookNotices implements AutoCloseable {
  private static final String GROUP = "rihla-notices-webhook";

  private final NoticeParts parts;
  private final WebhookLanes lanes;
  private final GroupReader<ConversationEvent> reader;

  public WebhookNotices(NoticeParts parts, WebhookTarget target) {
    this.parts = parts;
    this.lanes = new WebhookLanes("notice-webhook", target, parts.log(), parts.clock());
    this.reader =
        new GroupReader<>(
            Topics.CONVERSATION_EVENTS,
            parts.bootstrapServers(),
            GROUP,
            GroupReader.First.LATEST,
            new NoticeGathering(parts.window(), parts.clock(), this::post));
  }

  public void start() {
    reader.start();
  }

  /** A notice as it is posted. */
  record Body(String noticeId, String priority, List<Item> needs) {}

  /** One event of it. */
  record Item(
      String eventId,
      String conversationId,
      long at,
      String kind,
      String reason,
      @Nullable String role,
      String priority,
      @Nullable String packageCode,
      @Nullable String notes,
      String conversationUrl) {}

  private void post(Notice notice, List<Work<ConversationEvent>> works) {
    Body body =
        new Body(
            notice.id(),
            lower(notice.priority()),
            notice.needs().stream().map(this::item).toList());
    lanes.add(
        new Parcel(
            notice.id(), notice.id(), Json.tree(body).toString(), notice.since(), null, works));
  }

  private Item item(Need need) {
    return new Item(
        need.eventId(),
        need.conversationId(),
        need.at(),
        need.kind(),
        need.reason(),
        need.role() == null ? null : lower(need.role()),
        lower(need.priority()),
        need.packageCode(),
        need.notes(),
        parts.publicUrl() + "/api/conversations/" + need.conversationId());
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    reader.close();
    lanes.close();
  }
}
