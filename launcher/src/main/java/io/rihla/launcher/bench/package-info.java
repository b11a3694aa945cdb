@NullMarked
package io.rihla.launcher.bench;

import org.jspecify.annotations.NullMarked;
