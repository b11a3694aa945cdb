package io.rihla.launcher.verify;

/**
 * Where a rule does not hold.
 *
 * @param customer opaque key; empty when no customer is known
 * @param what ids and what is wrong with them, never a text of a message
 */
public record Violation(String customer, String what) {}
