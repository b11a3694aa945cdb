@NullMarked
package io.rihla.launcher.supervise;

import org.jspecify.annotations.NullMarked;
