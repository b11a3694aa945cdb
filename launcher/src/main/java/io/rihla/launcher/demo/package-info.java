/** A made-up season of an agency, with the figures that must come out of it. */
@org.jspecify.annotations.NullMarked
package io.rihla.launcher.demo;
