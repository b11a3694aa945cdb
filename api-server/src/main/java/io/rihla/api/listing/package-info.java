/** Lists that are filtered, sorted, paged and exported in one way. */
@NullMarked
package io.rihla.api.listing;

import org.jspecify.annotations.NullMarked;
