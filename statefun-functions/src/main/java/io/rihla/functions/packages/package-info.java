@NullMarked
package io.rihla.functions.packages;

import org.jspecify.annotations.NullMarked;
