/** Proves a conversation from what it left behind, without asking the code that held it. */
@org.jspecify.annotations.NullMarked
package io.rihla.launcher.verify;
