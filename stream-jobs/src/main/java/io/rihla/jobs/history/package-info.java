/** What is kept per customer so that late, doubled and shuffled events end in the same rows. */
@NullMarked
package io.rihla.jobs.history;

import org.jspecify.annotations.NullMarked;
