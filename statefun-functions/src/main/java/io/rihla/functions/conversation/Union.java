package io.rihla.functions.conversation;

import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two conversations of one customer know together. */
final class Union {
  private Union() {}

  /** {@code into} goes on; its own words win where only one can. */
  static ConversationState of(ConversationState into, ConversationState theirs, String phone) {
    List<BurstMessage> burst = burst(into, theirs);
    boolean more = burst.size() > into.burst().size();
    long since = into.burst().isEmpty() ? theirs.burstBeganAt() : into.burstBeganAt();
    return into.withPhone(phone)
        .withLid(or(into.lid(), theirs.lid()))
        .withName(or(into.name(), theirs.name()))
        .withSession(into.session().isEmpty() ? theirs.session() : into.session())
        .withChatId(into.chatId().isEmpty() ? theirs.chatId() : into.chatId())
        .withSource(or(into.source(), theirs.source()))
        .withOpenedAt(earlier(into.openedAt(), theirs.open() ? theirs.openedAt() : 0))
        .withPackageCode(or(into.packageCode(), theirs.open() ? theirs.packageCode() : null))
        .withRejectedCodes(both(into.rejectedCodes(), theirs.rejectedCodes(), 5))
        .withAnswered(into.answered() + theirs.answered())
        .withSeen(both(theirs.seen(), into.seen(), Evolution.SEEN))
        .withHistory(history(into, theirs))
        .withSummary(or(into.summary(), theirs.summary()))
        .withBurst(burst)
        .withBurstBeganAt(since)
        .withLastMessageSeq(more ? into.lastSeq() : into.lastMessageSeq())
        .withThought(more ? null : into.thought())
        .withApiMessages(both(theirs.apiMessages(), into.apiMessages(), Evolution.API_MESSAGES))
        .withOpenReplies(both(theirs.openReplies(), into.openReplies(), 10))
        .withSent(both(theirs.sent(), into.sent(), Outgoing.SENT))
        .withMediaShown(both(theirs.mediaShown(), into.mediaShown(), 30))
        .withLastQuestion(or(into.lastQuestion(), theirs.lastQuestion()))
        .withHumanAt(Math.max(into.humanAt(), theirs.humanAt()))
        .withLeads(both(into.leads(), Merging.leads(into, theirs), Bookkeeping.LEADS))
        .withMoney(both(theirs.money(), into.money(), Bookkeeping.MONEY))
        .withCommands(both(theirs.commands(), into.commands(), Evolution.COMMANDS))
        .withExistingChat(into.existingChat() && theirs.existingChat())
        .withRatingAskedAt(Math.max(into.ratingAskedAt(), theirs.ratingAskedAt()))
        .withRatingOpen(into.ratingOpen() || theirs.ratingOpen())
        .withExposed(both(theirs.exposed(), into.exposed(), 60))
        .withMergedKeys(both(theirs.mergedKeys(), into.mergedKeys(), 20));
  }

  /** What waits there and was not heard here too. */
  private static List<BurstMessage> burst(ConversationState into, ConversationState theirs) {
    List<BurstMessage> burst = new ArrayList<>(into.burst());
    theirs.burst().stream()
        .filter(
            message ->
                !into.seen()
                    .contains(Evolution.identity(theirs.session(), false, message.messageId())))
        .forEach(burst::add);
    burst.sort(Comparator.comparingLong(BurstMessage::occurredAt));
    return Unanswered.together(List.of(), burst);
  }

  private static List<Turn> history(ConversationState into, ConversationState theirs) {
    List<Turn> turns = new ArrayList<>(theirs.history());
    into.history().stream()
        .filter(
            turn ->
                turn.messageId() == null
                    || theirs.history().stream()
                        .noneMatch(other -> Objects.equals(turn.messageId(), other.messageId())))
        .forEach(turns::add);
    turns.sort(Comparator.comparingLong(Turn::at));
    return last(turns, Evolution.HISTORY);
  }

  private static long earlier(long one, long other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private static <T> List<T> both(List<T> older, List<T> newer, int most) {
    return last(Stream.concat(older.stream(), newer.stream()).distinct().toList(), most);
  }

  private static <T> List<T> last(List<T> list, int most) {
    return list.size() <= most ? list : list.subList(list.size() - most, list.size());
  }

  private static @Nullable String or(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
