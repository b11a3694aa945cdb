package io.rihla.launcher.waha;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a phone.
 *
 * @param id bare id, or null for a new one
 * @param at epoch ms
 * @param withheld its webhook never comes: only the chat's history knows it
 */
record Incoming(
    Content content,
    @Nullable AdReferral ad,
    @Nullable String replyTo,
    @Nullable String id,
    long at,
    boolean withheld) {}
