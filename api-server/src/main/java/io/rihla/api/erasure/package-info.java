/** What the archive still knows of customers who were erased. */
@NullMarked
package io.rihla.api.erasure;

import org.jspecify.annotations.NullMarked;
