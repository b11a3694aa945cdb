@NullMarked
package io.rihla.runtime;

import org.jspecify.annotations.NullMarked;
