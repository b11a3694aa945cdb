/** Clustering of short questions as they come, without any framework: pure and deterministic. */
@NullMarked
package io.rihla.jobs.questions.clustering;

import org.jspecify.annotations.NullMarked;
