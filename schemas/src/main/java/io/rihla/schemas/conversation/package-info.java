@NullMarked
package io.rihla.schemas.conversation;

import org.jspecify.annotations.NullMarked;
