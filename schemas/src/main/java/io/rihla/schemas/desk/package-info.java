@NullMarked
package io.rihla.schemas.desk;

import org.jspecify.annotations.NullMarked;
