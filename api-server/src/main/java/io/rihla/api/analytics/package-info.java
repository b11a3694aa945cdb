/** What marketing gets out of campaigns, prompts and answers. */
@NullMarked
package io.rihla.api.analytics;

import org.jspecify.annotations.NullMarked;
