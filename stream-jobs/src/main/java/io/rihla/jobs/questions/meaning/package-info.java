/** What a question means beside its words, when an embedding model is configured. */
@NullMarked
package io.rihla.jobs.questions.meaning;

import org.jspecify.annotations.NullMarked;
