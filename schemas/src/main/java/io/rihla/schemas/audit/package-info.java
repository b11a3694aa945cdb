@NullMarked
package io.rihla.schemas.audit;

import org.jspecify.annotations.NullMarked;
