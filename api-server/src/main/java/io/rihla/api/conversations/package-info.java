/** Conversations and their threads. */
@NullMarked
package io.rihla.api.conversations;

import org.jspecify.annotations.NullMarked;
