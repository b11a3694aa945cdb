/** Errors as RFC 9457 problem documents. */
@NullMarked
package io.rihla.api.problem;

import org.jspecify.annotations.NullMarked;
