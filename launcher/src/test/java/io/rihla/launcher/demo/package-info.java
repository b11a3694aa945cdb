/**
 * Draws the pictures and writes the PDFs of the demo catalog. Run after the catalog changes, from
 * the project's root, and commit what it writes:
 *
 * <pre>mvn -pl launcher -am test -Dtest=DemoMediaGeneration -Drihla.demo.media=write \
 *   -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
package io.rihla.launcher.demo;
