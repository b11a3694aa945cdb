package io.rihla.api.notices;

import io.rihla.api.kafka.LogUnavailable;
import io.rihla.api.relay.GroupReader;
import io.rihla.api.relay.Work;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.identity.NoticeKey;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices to the numbers of the settings through the same delivery as every reply, which
 * sends what has the same id once and looks into the chat before it sends.
 */
public final class WhatsAppNotices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WhatsAppNotices.class);
  private static final String GROUP = "rihla-notices-whatsapp";
  private static final String SESSION = "default";

  private final NoticeParts parts;
  private final GroupReader<ConversationEvent> reader;
  private final Deque<Ready> ready = new ArrayDeque<>();

  private record Ready(Notice notice, List<Work<ConversationEvent>> works) {}

  public WhatsAppNotices(NoticeParts parts) {
    this.parts = parts;
    NoticeGathering gathering =
        new NoticeGathering(
            parts.window(), parts.clock(), (notice, works) -> ready.add(new Ready(notice, works)));
    this.reader =
        new GroupReader<>(
            Topics.CONVERSATION_EVENTS,
            parts.bootstrapServers(),
            GROUP,
            GroupReader.First.LATEST,
            new GroupReader.Worker<>() {
              @Override
              public void take(Work<ConversationEvent> work) {
                gathering.take(work);
              }

              @Override
              public void look() {
                gathering.look();
                send();
              }
            });
  }

  public void start() {
    reader.start();
  }

  /** In the reader's thread; what Kafka does not take now is taken at the next look. */
  private void send() {
    try {
      for (Ready next = ready.peek(); next != null; next = ready.peek()) {
        DeskSettings settings = parts.settings().get();
        for (String number : settings.notifyNumbers()) {
          OutboundReply message = message(next.notice(), number, settings);
          parts.log().append(Topics.WHATSAPP_OUTBOUND, message.customerKey(), message);
        }
        LOG.info(
            "notice={} needs={} numbers={}",
            next.notice().id(),
            next.notice().needs().size(),
            settings.notifyNumbers().size());
        next.works().forEach(Work::done);
        ready.remove();
      }
    } catch (LogUnavailable e) {
      LOG.warn("notices wait: {}", e.getMessage());
    }
  }

  private OutboundReply message(Notice notice, String number, DeskSettings settings) {
    NoticeKey key =
        NoticeKey.ofPhone(parts.pseudonymKey().getBytes(StandardCharsets.UTF_8), number);
    String id = notice.id() + "-" + key.value();
    String session = settings.notifySession();
    return new OutboundReply(
        id,
        key.value(),
        "",
        session == null ? SESSION : session,
        ChatId.ofPhone(number).toString(),
        Author.BOT,
        parts.clock().millis(),
        List.of(),
        List.of(new ReplyPart(partId(id), new TextPart(NoticeText.of(notice, parts.publicUrl())))));
  }

  /** In the shape of WhatsApp's own ids, the same for the same notice. */
  private static String partId(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return "3EB0" + HexFormat.of().withUpperCase().formatHex(hash, 0, 9);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
