/** What no answer may do, whichever brain wrote it. */
@NullMarked
package io.rihla.functions.brain.checks;

import org.jspecify.annotations.NullMarked;
