/** How fast, how sure and how well the AI answers. */
@NullMarked
package io.rihla.api.performance;

import org.jspecify.annotations.NullMarked;
