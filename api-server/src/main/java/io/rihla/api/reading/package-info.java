/** What WAHA's bodies tell: pure, no server, no broker. */
@NullMarked
package io.rihla.api.reading;

import org.jspecify.annotations.NullMarked;
