/** Prompts: their versions, labels, differences and how they would be composed. */
@NullMarked
package io.rihla.api.prompts;

import org.jspecify.annotations.NullMarked;
