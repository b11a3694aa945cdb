/** The registry of prompts, what holds now, and how it sounds for one thought. */
@NullMarked
package io.rihla.functions.prompts;

import org.jspecify.annotations.NullMarked;
