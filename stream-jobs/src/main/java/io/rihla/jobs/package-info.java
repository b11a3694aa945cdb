/** The stream jobs: read the conversation log, keep what the desk asks about in ClickHouse. */
@NullMarked
package io.rihla.jobs;

import org.jspecify.annotations.NullMarked;
