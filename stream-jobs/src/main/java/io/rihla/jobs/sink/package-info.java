/** Rows into ClickHouse, effectively once. */
@NullMarked
package io.rihla.jobs.sink;

import org.jspecify.annotations.NullMarked;
