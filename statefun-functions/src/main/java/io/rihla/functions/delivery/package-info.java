@NullMarked
package io.rihla.functions.delivery;

import org.jspecify.annotations.NullMarked;
