@NullMarked
package io.rihla.schemas.config;

import org.jspecify.annotations.NullMarked;
