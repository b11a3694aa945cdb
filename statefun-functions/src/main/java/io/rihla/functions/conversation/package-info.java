@NullMarked
package io.rihla.functions.conversation;

import org.jspecify.annotations.NullMarked;
