/** Where the sales desk stands now. */
@NullMarked
package io.rihla.api.dashboard;

import org.jspecify.annotations.NullMarked;
