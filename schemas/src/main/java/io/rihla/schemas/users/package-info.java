@NullMarked
package io.rihla.schemas.users;

import org.jspecify.annotations.NullMarked;
