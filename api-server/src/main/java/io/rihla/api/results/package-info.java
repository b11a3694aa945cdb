/** What came of the arms of an experiment. */
@NullMarked
package io.rihla.api.results;

import org.jspecify.annotations.NullMarked;
