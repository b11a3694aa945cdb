package io.rihla.launcher.bench;

/** One line of the report: what was measured, what came out, what was wished for. */
record Figure(String name, String measured, String wished) {}
