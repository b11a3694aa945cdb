/** Pictures and documents of packages. */
@NullMarked
package io.rihla.api.media;

import org.jspecify.annotations.NullMarked;
