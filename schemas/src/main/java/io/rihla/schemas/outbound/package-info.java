@NullMarked
package io.rihla.schemas.outbound;

import org.jspecify.annotations.NullMarked;
