@NullMarked
package io.rihla.functions.brain;

import org.jspecify.annotations.NullMarked;
