/** State of customers in memory between checkpoints. */
@NullMarked
package io.rihla.jobs.held;

import org.jspecify.annotations.NullMarked;
