@NullMarked
package io.rihla.schemas.commands;

import org.jspecify.annotations.NullMarked;
