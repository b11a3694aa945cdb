@NullMarked
package io.rihla.schemas.topics;

import org.jspecify.annotations.NullMarked;
