/** How new an answer is, and what is told while ClickHouse is away. */
@NullMarked
package io.rihla.api.freshness;

import org.jspecify.annotations.NullMarked;
