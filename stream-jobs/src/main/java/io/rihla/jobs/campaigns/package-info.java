/** What campaigns and ads cost: Meta's figures, link visits and the mapping, as rows. */
@NullMarked
package io.rihla.jobs.campaigns;

import org.jspecify.annotations.NullMarked;
