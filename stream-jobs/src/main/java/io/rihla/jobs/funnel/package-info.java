/** How far journeys come: one full row per journey. */
@NullMarked
package io.rihla.jobs.funnel;

import org.jspecify.annotations.NullMarked;
