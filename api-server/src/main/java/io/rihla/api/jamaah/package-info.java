/** Preliminary pilgrim records, told to the system that keeps pilgrims. */
@NullMarked
package io.rihla.api.jamaah;

import org.jspecify.annotations.NullMarked;
