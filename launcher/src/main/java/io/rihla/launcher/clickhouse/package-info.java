@NullMarked
package io.rihla.launcher.clickhouse;

import org.jspecify.annotations.NullMarked;
