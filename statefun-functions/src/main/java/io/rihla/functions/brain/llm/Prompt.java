package io.rihla.functions.brain.llm;

import io.rihla.functions.brain.checks.Secrets;
import io.rihla.functions.brain.grounding.Sources;
import java.util.Set;

/**
 * One request to the model and what its answer will be held against.
 *
 * @param facts the ids an answer may name as its sources
 */
record Prompt(
    String system,
    String customer,
    String version,
    Sources sources,
    Secrets secrets,
    Set<String> facts) {}
