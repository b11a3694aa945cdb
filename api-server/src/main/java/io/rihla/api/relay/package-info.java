/** Passing records of the log on to somebody else, each at least once, remembered by the log. */
@NullMarked
package io.rihla.api.relay;

import org.jspecify.annotations.NullMarked;
