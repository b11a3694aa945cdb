/** The catalog of travel packages. */
@NullMarked
package io.rihla.api.packages;

import org.jspecify.annotations.NullMarked;
