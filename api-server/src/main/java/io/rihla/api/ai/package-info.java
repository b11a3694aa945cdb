/** A turn of a conversation through the API. */
@NullMarked
package io.rihla.api.ai;

import org.jspecify.annotations.NullMarked;
