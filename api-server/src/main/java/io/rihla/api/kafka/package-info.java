/** The log: appended to with acks=all, audit actions waited for. */
@NullMarked
package io.rihla.api.kafka;

import org.jspecify.annotations.NullMarked;
