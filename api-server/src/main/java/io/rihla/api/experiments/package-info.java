/** Experiments: what they compare, and whether they run. */
@NullMarked
package io.rihla.api.experiments;

import org.jspecify.annotations.NullMarked;
