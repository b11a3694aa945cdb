@NullMarked
package io.rihla.launcher.run;

import org.jspecify.annotations.NullMarked;
