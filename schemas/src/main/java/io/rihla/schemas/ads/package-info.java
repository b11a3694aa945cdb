@NullMarked
package io.rihla.schemas.ads;

import org.jspecify.annotations.NullMarked;
