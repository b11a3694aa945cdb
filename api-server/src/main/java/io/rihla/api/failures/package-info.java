/** Answers that led nowhere. */
@NullMarked
package io.rihla.api.failures;

import org.jspecify.annotations.NullMarked;
