package io.rihla.functions.brain.llm;

/** The parts of the prompt an agency words itself. */
public interface PromptSections {
  /** The parts, in the order they stand in the prompt. */
  enum Section {
    BASE,
    PERSONALITY,
    COMPANY,
    RULES,
    FAQ,
    ESCALATION
  }

  /** All parts at one moment, and the version that names exactly these. */
  Composition now();

  /** A set of parts that does not change. */
  interface Composition {
    String text(Section section);

    String version();
  }
}
