/** Leads: put, listed, paid, lost. */
@NullMarked
package io.rihla.api.leads;

import org.jspecify.annotations.NullMarked;
