package io.rihla.api.dashboard;

import io.rihla.api.store.DeskCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the sales desk stands now.
 *
 * @param activeConversations with a message in the last 24 hours
 * @param pendingHandover who waits for a human, most urgent first, a hundred of them at most
 * @param pendingHandoverTotal all who wait for a human
 * @param escalatedConversations in human hands, or waiting for them, because the bot could not or
 *     should not answer
 * @param recentLeads the newest conversations
 */
public record Dashboard(
    long activeConversations,
    Phases phaseDistribution,
    List<Pending> pendingHandover,
    long pendingHandoverTotal,
    long escalatedConversations,
    List<Lead> recentLeads) {

  /** How many conversations are in each phase. */
  public record Phases(long leads, long interest, long booking) {
    static Phases of(DeskCounts counts) {
      return new Phases(counts.leads(), counts.interest(), counts.booking());
    }
  }

  /** Somebody who waits for a human. */
  public record Pending(
      String id,
      @Nullable String phone,
      @Nullable String name,
      @Nullable String phase,
      @Nullable String lastMessage,
      @Nullable String interestedPackage,
      String conversationUrl,
      @Nullable String aiNotes,
      String kind,
      @Nullable String reason,
      long waitingSeconds,
      @Nullable String priority) {}

  /** A customer on the way to a booking. */
  public record Lead(
      String id,
      @Nullable String phone,
      @Nullable String name,
      @Nullable String phase,
      @Nullable String campaignCode,
      @Nullable String interestedPackage,
      @Nullable String lastMessage,
      @Nullable String lastMessageAt) {}
}
