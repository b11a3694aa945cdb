/** What customers ask: the texts of a burst with what the functions understood of it. */
@NullMarked
package io.rihla.jobs.questions.asking;

import org.jspecify.annotations.NullMarked;
