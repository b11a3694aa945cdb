@NullMarked
package io.rihla.functions.language;

import org.jspecify.annotations.NullMarked;
