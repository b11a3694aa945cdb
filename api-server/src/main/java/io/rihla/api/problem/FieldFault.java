package io.rihla.api.problem;

/** One field of a request that cannot be used: which one, and what would be right. */
public record FieldFault(String field, String message) {}
