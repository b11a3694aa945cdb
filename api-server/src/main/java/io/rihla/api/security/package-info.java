/** Who may do what: one table, denied by default. */
@NullMarked
package io.rihla.api.security;

import org.jspecify.annotations.NullMarked;
