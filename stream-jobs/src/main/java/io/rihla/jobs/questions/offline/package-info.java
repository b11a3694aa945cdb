/** The clustering of questions on a file: what {@code rihla cluster} runs. */
@NullMarked
package io.rihla.jobs.questions.offline;

import org.jspecify.annotations.NullMarked;
