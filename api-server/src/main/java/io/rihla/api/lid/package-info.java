/** Which customer a WhatsApp address belongs to. */
@NullMarked
package io.rihla.api.lid;

import org.jspecify.annotations.NullMarked;
