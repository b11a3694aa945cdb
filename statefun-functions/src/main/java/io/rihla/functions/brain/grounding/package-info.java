/** Whether what an answer states is known: pure, without network, clock or catalog. */
@NullMarked
package io.rihla.functions.brain.grounding;

import org.jspecify.annotations.NullMarked;
