/** Shows the api the prompt that would be sent. */
@NullMarked
package io.rihla.functions.preview;

import org.jspecify.annotations.NullMarked;
