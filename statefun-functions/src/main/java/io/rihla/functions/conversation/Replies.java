package io.rihla.functions.conversation;

import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.PlannedMedia;
import io.rihla.schemas.conversation.ReplyCancelled;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.functions.CancelReply;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.OpenReply;
import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.outbound.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the log of a reply and hands it to delivery; what was asked elsewhere is only told. */
final class Replies {
  private Replies() {}

  /**
   * A reply before it is numbered.
   *
   * @param answers ids of the messages it answers, which the customer sees as read
   */
  record Plan(
      String replyId,
      Author author,
      @Nullable String thoughtId,
      @Nullable String question,
      List<String> answers,
      List<PartContent> contents) {}

  /** Goes out to the customer's chat. */
  static void send(Ledger ledger, String actor, Plan plan) {
    ConversationState state = ledger.state();
    List<ReplyPart> parts = new ArrayList<>();
    for (PartContent content : plan.contents()) {
      parts.add(new ReplyPart(PartId.of(plan.replyId(), parts.size()), content));
    }
    write(ledger, actor, plan, parts.stream().map(ReplyPart::partId).toList());
    ledger.effect(
        new Effect.Send(
            new OutboundReply(
                plan.replyId(),
                state.customerKey(),
                state.conversationId(),
                state.session(),
                state.chatId(),
                plan.author(),
                ledger.now(),
                plan.answers(),
                parts)));
  }

  /** Stays here: who asked through the API reads it there. It has no parts that could be sent. */
  static void keep(Ledger ledger, String actor, Plan plan) {
    write(ledger, actor, plan, List.of());
  }

  private static void write(Ledger ledger, String actor, Plan plan, List<String> partIds) {
    ledger.write(
        actor,
        new ReplyPlanned(
            plan.replyId(),
            plan.thoughtId(),
            ledger.state().chatId(),
            plan.author(),
            partIds,
            plan.contents().stream()
                .map(Replies::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n")),
            plan.question(),
            plan.contents().stream().flatMap(Replies::media).toList()));
  }

  private static String words(PartContent content) {
    return switch (content) {
      case TextPart text -> text.text();
      case FilePart file -> Objects.requireNonNullElse(file.caption(), "");
      case PositionPart position -> position.title();
    };
  }

  private static Stream<PlannedMedia> media(PartContent content) {
    return switch (content) {
      case TextPart text -> Stream.empty();
      case FilePart file ->
          Stream.of(
              new PlannedMedia(
                  file.kind().name().toLowerCase(Locale.ROOT), file.url(), file.caption()));
      case PositionPart position ->
          Stream.of(new PlannedMedia("location", PackageMedia.address(position), position.title()));
    };
  }

  /** The name of the next answer. */
  static String answerId(ConversationState state) {
    return "%s-r%d".formatted(state.conversationId(), state.replies() + 1);
  }

  /** An answer of the bot, no other word of it. */
  static boolean isAnswer(OpenReply reply) {
    return reply.actor() == null && reply.replyId().matches("conv_.*-r\\d+");
  }

  /** What the bot has begun to say; a person's words go out whatever happens to the bot. */
  static List<OpenReply> begunByBot(ConversationState state) {
    return state.openReplies().stream().filter(reply -> reply.actor() == null).toList();
  }

  /** Keeps in what is not yet out of these replies. */
  static void cancel(Ledger ledger, List<OpenReply> replies, String reason) {
    for (OpenReply reply : replies) {
      ledger.write(Ledger.SYSTEM, new ReplyCancelled(reply.replyId(), reason));
      keepIn(ledger, new CancelReply(reply.replyId(), reason, false));
    }
  }

  static void keepIn(Ledger ledger, CancelReply cancel) {
    ledger.effect(new Effect.Cancel(ledger.state().customerKey(), cancel));
    // a reply of a lid that became this customer is played under the lid
    for (String merged : ledger.state().mergedKeys()) {
      ledger.effect(new Effect.Cancel(merged, cancel));
    }
  }
}
