/** Which arm of which experiment a customer sees. */
@NullMarked
package io.rihla.functions.experiments;

import org.jspecify.annotations.NullMarked;
