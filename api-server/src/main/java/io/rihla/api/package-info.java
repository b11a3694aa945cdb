/** The doors of Rihla: webhook, dashboard, conversations, packages. */
@NullMarked
package io.rihla.api;

import org.jspecify.annotations.NullMarked;
