/** WAHA's REST API, as far as it is asked. */
@NullMarked
package io.rihla.api.waha;

import org.jspecify.annotations.NullMarked;
