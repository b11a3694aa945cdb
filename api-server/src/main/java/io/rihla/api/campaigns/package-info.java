/** Campaigns: what an ad sells, the ads it runs as, and its links. */
@NullMarked
package io.rihla.api.campaigns;

import org.jspecify.annotations.NullMarked;
