package io.rihla.api.conversations;

import org.jspecify.annotations.Nullable;

/** A conversation as the list shows it; times in ISO 8601 UTC. */
public record Conversation(
    String id,
    String customerKey,
    long journey,
    @Nullable String phone,
    @Nullable String name,
    @Nullable String phase,
    @Nullable String language,
    @Nullable String campaignCode,
    @Nullable String interestedPackage,
    String ball,
    @Nullable String assignee,
    @Nullable String needReason,
    @Nullable String needPriority,
    @Nullable String session,
    @Nullable String chatId,
    @Nullable String lastMessage,
    @Nullable String lastMessageAt,
    @Nullable String firstEventAt,
    long lastSeq) {}
