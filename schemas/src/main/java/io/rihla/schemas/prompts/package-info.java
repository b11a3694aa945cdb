@NullMarked
package io.rihla.schemas.prompts;

import org.jspecify.annotations.NullMarked;
