package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.DeliveryFailed;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.MessageStatus;
import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.functions.PartCancelled;
import io.rihla.schemas.functions.PartFailed;
import io.rihla.schemas.functions.PartSent;
import io.rihla.schemas.functions.SentPart;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.TextPart;
import io.rihla.schemas.whatsapp.Ack;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What became of our messages: accepted by WAHA, delivered, read, or given up. */
final class Deliveries {
  /**
   * Takes a report down.
   *
   * @return whether messages wait for an answer again
   */
  boolean record(Ledger ledger, DeliveryReport report) {
    switch (report.outcome()) {
      case PartSent sent ->
          ledger.write(author(ledger, report), report.occurredAt(), sent(ledger, report, sent));
      case PartFailed failed ->
          ledger.write(
              Ledger.SYSTEM,
              report.occurredAt(),
              new DeliveryFailed(
                  report.replyId(),
                  report.partId(),
                  report.partIndex(),
                  failed.reason(),
                  failed.attempts()));
      case PartCancelled cancelled -> {
        return Superseding.keptIn(ledger, report.replyId());
      }
    }
    return false;
  }

  void acknowledge(Ledger ledger, WhatsAppEvent event, Ack ack) {
    if (!event.fromMe()) {
      return;
    }
    Optional<SentPart> part =
        ledger.state().sent().stream()
            .filter(sent -> sent.messageId().equals(event.messageId()))
            .findFirst();
    part.ifPresent(
        sent ->
            ledger.write(
                Ledger.SYSTEM,
                event.occurredAt(),
                new MessageStatus(event.messageId(), ack.level(), sent.replyId())));
  }

  private static String author(Ledger ledger, DeliveryReport report) {
    return ledger.state().openReplies().stream()
        .filter(reply -> reply.replyId().equals(report.replyId()))
        .map(OpenReply::actor)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Ledger.BOT);
  }

  private static EventPayload sent(Ledger ledger, DeliveryReport report, PartSent sent) {
    boolean first = isFirst(ledger, report);
    return switch (report.content()) {
      case TextPart text -> message(report, sent, text.text(), first);
      case PositionPart position -> message(report, sent, position.title(), first);
      case FilePart file ->
          new MediaSent(
              report.replyId(),
              report.partId(),
              report.partIndex(),
              sent.messageId(),
              file.kind().name().toLowerCase(Locale.ROOT),
              file.url(),
              file.caption(),
              sent.attempts(),
              sent.reconciled(),
              first);
    };
  }

  private static MessageSent message(
      DeliveryReport report, PartSent sent, String text, boolean first) {
    return new MessageSent(
        report.replyId(),
        report.partId(),
        report.partIndex(),
        sent.messageId(),
        text,
        sent.attempts(),
        sent.reconciled(),
        first);
  }

  private static boolean isFirst(Ledger ledger, DeliveryReport report) {
    return ledger.state().openReplies().stream()
        .filter(reply -> reply.replyId().equals(report.replyId()))
        .anyMatch(reply -> untouched(reply));
  }

  private static boolean untouched(OpenReply reply) {
    return reply.open() == reply.partIds().size();
  }
}
