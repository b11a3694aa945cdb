/**
 * The brain behind an OpenAI-compatible language model, and everything that keeps it in its place.
 */
@NullMarked
package io.rihla.functions.brain.llm;

import org.jspecify.annotations.NullMarked;
