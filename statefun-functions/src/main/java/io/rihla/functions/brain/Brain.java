package io.rihla.functions.brain;

import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;

/**
 * Proposes an answer. Whatever stands behind it, a template, a retrieval or a language model, it
 * never decides phase, handover, prices, links or files: the conversation does.
 */
public interface Brain {
  Thought think(ThoughtRequest request);
}
