@NullMarked
package io.rihla.schemas.identity;

import org.jspecify.annotations.NullMarked;
