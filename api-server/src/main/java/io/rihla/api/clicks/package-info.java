/** Clicks on campaign links: logged, and sent on to WhatsApp. */
@NullMarked
package io.rihla.api.clicks;

import org.jspecify.annotations.NullMarked;
