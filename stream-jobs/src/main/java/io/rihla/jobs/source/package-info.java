/** The conversation log as the jobs see it: typed events in event time. */
@NullMarked
package io.rihla.jobs.source;

import org.jspecify.annotations.NullMarked;
