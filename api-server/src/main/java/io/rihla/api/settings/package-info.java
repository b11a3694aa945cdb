/** How the desk works for everybody. */
@NullMarked
package io.rihla.api.settings;

import org.jspecify.annotations.NullMarked;
