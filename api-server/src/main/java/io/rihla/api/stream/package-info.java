/** What happens at the desk, told as it happens. */
@NullMarked
package io.rihla.api.stream;

import org.jspecify.annotations.NullMarked;
