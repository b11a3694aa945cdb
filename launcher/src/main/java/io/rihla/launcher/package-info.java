@NullMarked
package io.rihla.launcher;

import org.jspecify.annotations.NullMarked;
