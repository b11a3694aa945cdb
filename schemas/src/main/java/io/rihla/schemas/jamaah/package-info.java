@NullMarked
package io.rihla.schemas.jamaah;

import org.jspecify.annotations.NullMarked;
