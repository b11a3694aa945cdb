@NullMarked
package io.rihla.functions;

import org.jspecify.annotations.NullMarked;
