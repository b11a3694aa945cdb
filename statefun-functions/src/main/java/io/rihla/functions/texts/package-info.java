@NullMarked
package io.rihla.functions.texts;

import org.jspecify.annotations.NullMarked;
