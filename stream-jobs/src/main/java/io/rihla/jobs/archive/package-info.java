/** Every event and every message, once. */
@NullMarked
package io.rihla.jobs.archive;

import org.jspecify.annotations.NullMarked;
