@NullMarked
package io.rihla.schemas.functions;

import org.jspecify.annotations.NullMarked;
