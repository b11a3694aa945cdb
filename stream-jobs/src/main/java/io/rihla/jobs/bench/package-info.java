/** What the jobs are measured against. */
@NullMarked
package io.rihla.jobs.bench;

import org.jspecify.annotations.NullMarked;
