/** What a campaign cost and brought, day by day. */
@NullMarked
package io.rihla.api.campaigndays;

import org.jspecify.annotations.NullMarked;
