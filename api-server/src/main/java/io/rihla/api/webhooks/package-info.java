/** Telling other systems: signed, tried again, in order where order matters. */
@NullMarked
package io.rihla.api.webhooks;

import org.jspecify.annotations.NullMarked;
