/** Whether the parts behind the doors answer, and the meters. */
@NullMarked
package io.rihla.api.health;

import org.jspecify.annotations.NullMarked;
