/** Where the jobs run and where they go on after a stop. */
@NullMarked
package io.rihla.jobs.runtime;

import org.jspecify.annotations.NullMarked;
