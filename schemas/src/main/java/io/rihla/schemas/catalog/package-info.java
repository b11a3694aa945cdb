@NullMarked
package io.rihla.schemas.catalog;

import org.jspecify.annotations.NullMarked;
