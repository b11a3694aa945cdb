/** Finding the passage that answers a question, with Lucene, in memory. */
@NullMarked
package io.rihla.functions.brain.retrieval;

import org.jspecify.annotations.NullMarked;
