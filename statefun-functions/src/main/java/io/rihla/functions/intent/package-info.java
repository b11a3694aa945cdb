/**
 * What a customer's words mean. Words, idioms and rules are data under {@code /intents}; the code
 * knows only how to read and apply them.
 */
@NullMarked
package io.rihla.functions.intent;

import org.jspecify.annotations.NullMarked;
