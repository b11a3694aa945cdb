@NullMarked
package io.rihla.launcher.cli;

import org.jspecify.annotations.NullMarked;
