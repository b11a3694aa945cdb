package io.rihla.api.stream;

/** How the desk stands. */
record Counters(
    long activeConversations,
    long leads,
    long interest,
    long booking,
    long waiting,
    long escalated,
    long assigned) {}
