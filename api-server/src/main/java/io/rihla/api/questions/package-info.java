/** What customers ask, and what an FAQ entry would help with. */
@NullMarked
package io.rihla.api.questions;

import org.jspecify.annotations.NullMarked;
