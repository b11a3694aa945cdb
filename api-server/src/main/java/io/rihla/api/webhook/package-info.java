/** Messages come in: signature, replay window, log, answer. */
@NullMarked
package io.rihla.api.webhook;

import org.jspecify.annotations.NullMarked;
