package io.rihla.api.reading;

/**
 * Not to be understood, with a reason a person can act on.
 *
 * @param code for counting, such as NOT_JSON
 */
public record Unreadable(String code, String detail) implements Reading {}
