/** Commands on conversations: sent, and answered when their audit is back. */
@NullMarked
package io.rihla.api.commands;

import org.jspecify.annotations.NullMarked;
