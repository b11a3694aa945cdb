/** What must hold of a history. Knows the contracts only, none of the code that decides. */
@org.jspecify.annotations.NullMarked
package io.rihla.launcher.verify.rules;
