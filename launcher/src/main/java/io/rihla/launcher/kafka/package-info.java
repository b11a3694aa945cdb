@NullMarked
package io.rihla.launcher.kafka;

import org.jspecify.annotations.NullMarked;
