/** Clusters of what customers ask, and whether the bot could answer. */
@NullMarked
package io.rihla.jobs.questions;

import org.jspecify.annotations.NullMarked;
