/** SQL over ClickHouse. */
@NullMarked
package io.rihla.api.store;

import org.jspecify.annotations.NullMarked;
