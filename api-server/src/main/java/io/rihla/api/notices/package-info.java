/** Telling admins that they are needed: gathered for a moment, then one message. */
@NullMarked
package io.rihla.api.notices;

import org.jspecify.annotations.NullMarked;
