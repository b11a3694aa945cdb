@NullMarked
package io.rihla.schemas.deadletters;

import org.jspecify.annotations.NullMarked;
