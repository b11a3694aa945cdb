/** What could not be used, kept with the reason. */
@NullMarked
package io.rihla.jobs.deadletters;

import org.jspecify.annotations.NullMarked;
