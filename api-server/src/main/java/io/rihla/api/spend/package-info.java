/** What ads cost: own rows, spreadsheets and Meta's report, brought into one form. */
@NullMarked
package io.rihla.api.spend;

import org.jspecify.annotations.NullMarked;
