@NullMarked
package io.rihla.launcher.local;

import org.jspecify.annotations.NullMarked;
