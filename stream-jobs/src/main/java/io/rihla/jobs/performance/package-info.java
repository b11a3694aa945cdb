/** How well the AI answers: answers and episodes. */
@NullMarked
package io.rihla.jobs.performance;

import org.jspecify.annotations.NullMarked;
