@NullMarked
package io.rihla.schemas.codec;

import org.jspecify.annotations.NullMarked;
