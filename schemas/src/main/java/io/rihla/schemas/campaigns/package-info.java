@NullMarked
package io.rihla.schemas.campaigns;

import org.jspecify.annotations.NullMarked;
