package io.rihla.schemas.prompts;

/**
 * What is wrong with a content, and where.
 *
 * @param place path inside of JSON content such as {@code [2].answer.id}; empty for the whole
 */
public record ContentFault(String place, String message) {}
