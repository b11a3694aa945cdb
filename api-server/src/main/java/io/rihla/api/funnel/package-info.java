/** How far journeys come, and who is behind each number. */
@NullMarked
package io.rihla.api.funnel;

import org.jspecify.annotations.NullMarked;
