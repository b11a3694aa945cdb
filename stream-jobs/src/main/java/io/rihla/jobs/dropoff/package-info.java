/** Customers who fall silent in a phase, and their return. */
@NullMarked
package io.rihla.jobs.dropoff;

import org.jspecify.annotations.NullMarked;
