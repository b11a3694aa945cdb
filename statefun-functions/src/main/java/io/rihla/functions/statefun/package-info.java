@NullMarked
package io.rihla.functions.statefun;

import org.jspecify.annotations.NullMarked;
