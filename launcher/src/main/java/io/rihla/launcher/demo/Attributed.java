package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.Touch;
import org.jspecify.annotations.Nullable;

/** What a message names as its origin: a code or a Meta ad. */
record Attributed(@Nullable String code, @Nullable String ad, Touch touch) {}
