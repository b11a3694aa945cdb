/** Proves the figures of the jobs: counted once more in plain SQL, and against an answer key. */
@org.jspecify.annotations.NullMarked
package io.rihla.launcher.verify.figures;
