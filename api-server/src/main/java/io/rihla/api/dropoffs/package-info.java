/** Who fell silent, and whom to write to again. */
@NullMarked
package io.rihla.api.dropoffs;

import org.jspecify.annotations.NullMarked;
