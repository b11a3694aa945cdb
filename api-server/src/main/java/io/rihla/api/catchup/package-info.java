/** What was missed while nobody listened. */
@NullMarked
package io.rihla.api.catchup;

import org.jspecify.annotations.NullMarked;
