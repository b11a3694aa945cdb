/** People take conversations over, answer and give them back. */
@NullMarked
package io.rihla.api.handover;

import org.jspecify.annotations.NullMarked;
